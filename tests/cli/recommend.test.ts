import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Asker } from '../../src/cli/asker.ts'
import { Interrupted } from '../../src/cli/failures.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'
import { inTerminal } from '../helpers/terminal.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

const load = () => loadKnowledge({ directory: ownKnowledgeDirectory }, lateEnough)
const mesh = (argv: readonly string[], asker?: Asker) =>
  inTerminal(['recommend', ...argv], { load, createMeshwise, ...(asker ? { asker: () => asker } : {}) })

const file = (yaml: string): string => {
  const path = join(directory, `${crypto.randomUUID()}.yaml`)
  writeFileSync(path, yaml)
  return path
}

const facts = z.array(z.looseObject({ mesh: z.string(), topic: z.string(), sources: z.array(z.unknown()).min(1) }))
const interfaceSchema = z.looseObject({
  ranking: z.array(
    z.looseObject({
      mesh: z.string(),
      mode: z.string().optional(),
      score: z.number(),
      contributions: z.array(
        z.looseObject({ criterion: z.string(), weight: z.number(), score: z.number(), facts: z.array(z.unknown()) }),
      ),
    }),
  ),
  eliminated: z.array(z.looseObject({ mesh: z.string(), requirement: z.string(), facts })),
  sensitivity: z.array(z.looseObject({ change: z.string(), winner: z.string() })),
  confidence: z.number().min(0).max(1),
})

test('a file is never read as words, nor words beside a file', async () => {
  const path = file('circumstances: { team-size: 3 }')
  for (const name of [path, 'needs.yaml', 'missing.yml']) {
    const { code, err } = await mesh([name])
    expect(code).toBe(2)
    expect(err).toContain(`mesh recommend --requirements ${name}`)
  }
  expect((await mesh(['team-size=3', '--requirements', path])).err).toMatch(/not both/)
  expect((await mesh(['small', 'team,', 'needs', 'mTLS'])).code).toBe(0)
})

test('a requirements file is answered as data, in the shape that others build on', async () => {
  const path = file(`
constraints: {non-kubernetes: must, fips: should}
circumstances: {team-size: 3, envoy-skill: none, ebpf-skill: some, cni: cilium, runs: [consul, vault, nomad, vms], pods: 500, nodes: 20, clusters: 1}
priorities: {latency: 5, memory: 3, simplicity: 0, features: 0, security: 0, observability: 0, multi-cluster: 0, ecosystem: 0}
`)
  const { code, out, err } = await mesh(['--requirements', path, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { ranking, eliminated } = interfaceSchema.parse(JSON.parse(out))
  expect(ranking.map((entry) => entry.mesh)).toEqual(['consul', 'linkerd', 'istio'])
  expect(eliminated).toMatchObject([
    { mesh: 'cilium', requirement: 'non-kubernetes' },
    { mesh: 'istio', mode: 'ambient', requirement: 'non-kubernetes' },
  ])
})

test('every part of the file is optional, and so is all of it', async () => {
  for (const yaml of ['', '# nothing yet\n', '{}', 'constraints:\npriorities:\n', 'candidates: [istio, linkerd]']) {
    const { code, out } = await mesh(['--requirements', file(yaml), '--json'])
    expect(code).toBe(0)
    interfaceSchema.parse(JSON.parse(out))
  }
})

test('an invalid file is refused with each wrong field, where it is and what is allowed', async () => {
  const path = file(`constraints: {fips: maybe, teleport: must, latency-overhead: must}
circumstances: {team-size: -3, envoy-skill: huge, cni: cillium, colour: red}
priorities: {memory: 9, latencyy: 3}
candidates: [istoi]
extra: 1
`)
  const { code, out, err } = await mesh(['--requirements', path])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  const lines = err.trim().split('\n')
  const about = (field: string) => lines.find((line) => line.includes(`  ${field}  `))
  expect(about('constraints.fips')).toMatch(/:1 .*must, should, dont-care/)
  expect(about('constraints.teleport')).toMatch(/allowed: .*fault-injection/)
  expect(about('constraints.latency-overhead')).toMatch(/priorities\.latency/)
  expect(about('circumstances.team-size')).toMatch(/:2 .*0 or more/)
  expect(about('circumstances.envoy-skill')).toMatch(/none, some, good/)
  expect(about('circumstances.cni')).toMatch(/did you mean "cilium"/)
  expect(about('circumstances.colour')).toMatch(/allowed: team-size/)
  expect(about('priorities.memory')).toMatch(/0 to 5/)
  expect(about('priorities.latencyy')).toMatch(/did you mean "latency"/)
  expect(about('candidates.0')).toMatch(/istio/)
  expect(about('extra')).toMatch(/allowed: constraints/)
})

test('a file that is not there, or no YAML, is a usage error', async () => {
  expect((await mesh(['--requirements', join(directory, 'none.yaml')])).code).toBe(2)
  expect((await mesh(['--requirements', file('a: [1,')])).code).toBe(2)
  expect((await mesh(['--requirements', file('just words')])).code).toBe(2)
})

test('the template is a valid file, as it is and with every line uncommented', async () => {
  const { out } = await mesh(['--template'])
  expect((await mesh(['--requirements', file(out), '--json'])).code).toBe(0)
  const filled = out.replace(/^ {2}# ([a-z0-9-]+: \S.*?)(?: +#.*)?$/gm, '  $1')
  expect(filled).toMatch(/^ {2}fips: must$/m)
  const { code, err } = await mesh(['--requirements', file(filled), '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

test('the model is printed with its weights', async () => {
  const { code, out } = await mesh(['--explain-model'])
  expect(code).toBe(0)
  expect(out).toMatch(/0, 1, 3, 6, 10, 15/)
  expect(out).toMatch(/latency-overhead 3/)
})

test('the message that Slack would get is valid, with its points folded', async () => {
  const { out } = await mesh(['team-size=3', 'fips=must', '--blocks'])
  const message = z
    .object({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) })
    .parse(JSON.parse(out))
  expect(validateMessage(message).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(JSON.stringify(message.blocks.filter(({ type }) => type === 'container'))).toContain('"type":"table"')
})

test('a record is printed as Markdown', async () => {
  const { out } = await mesh(['team-size=3', '--markdown'])
  expect(out).toMatch(/^# Service mesh: recommendation of 2026-11-23/)
  expect(out).toMatch(/## Sources\n\n- \[/)
})

test('needs can be said in words, and a wrong one is a usage error', async () => {
  expect((await mesh(['team-size=3', 'mutual-tls=must'])).out).toMatch(/Linkerd fits best/)
  const { code, err } = await mesh(['fips=maybe'])
  expect(code).toBe(2)
  expect(err).toMatch(/must, should, dont-care/)
})

test('without a file and without a terminal it says what it needs', async () => {
  const { code, err } = await mesh([])
  expect(code).toBe(2)
  expect(err).toMatch(/--requirements FILE\.yaml/)
})

test('on a terminal it asks: later questions follow from answers, and a wrong number is asked again', async () => {
  const asked: string[] = []
  const teams = ['99999999', '3']
  const note = <T>(ask: string, answer: T): T => {
    asked.push(ask)
    return answer
  }
  const asker: Asker = {
    chooseOne: async (ask) => note(ask, ask.includes('outside Kubernetes') ? 'must' : undefined),
    chooseMany: async (ask, _options, before) => note(ask, ask.startsWith('What do you run') ? ['vms'] : before),
    number: async (ask) => note(ask, ask.startsWith('How many people') ? teams.shift() : undefined),
  }
  const { code, out, err } = await mesh(['--json'], asker)
  expect(code).toBe(0)
  expect(asked.filter((ask) => ask.startsWith('How many people'))).toHaveLength(2)
  expect(asked).toContain('Must workloads outside Kubernetes join the mesh?')
  expect(asked).not.toContain('How many nodes? (Not sure? Leave it empty.)')
  expect(err).toMatch(/4 of 4/)
  expect(JSON.parse(out)).toMatchObject({
    requirements: { constraints: { 'non-kubernetes': 'must' }, circumstances: { 'team-size': 3, runs: ['vms'] } },
  })
})

test('broken off at a question, it says how to go by what was answered', async () => {
  let team: string | undefined
  const asker: Asker = {
    chooseOne: async () => {
      if (team !== undefined) throw new Interrupted('Broken off.')
      return undefined
    },
    chooseMany: async (_ask, _options, before) => before,
    number: async (ask) => {
      team = ask.startsWith('How many people') ? '3' : undefined
      return team
    },
  }
  const { code, out, err } = await mesh([], asker)
  expect({ code, out }).toEqual({ code: 130, out: '' })
  expect(err).toContain('By what you answered so far: mesh recommend team-size=3\n')
})
