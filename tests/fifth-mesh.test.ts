import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dump, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { draw } from '../src/diagrams/draw.ts'
import { ownKnowledgeDirectory, readYamlFiles } from '../src/knowledge/load.ts'
import { parseKnowledge } from '../src/knowledge/parse.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { catalogueOf } from '../src/pages/catalogue.ts'
import { validateMessage } from '../src/playground/validate-blocks.ts'
import { messageOf } from '../src/slack/blocks/message.ts'
import { lateEnough } from './helpers/own-knowledge.ts'
import { runCommand } from './helpers/run-command.ts'

const mesh = `
figures:
  plexus-mem:
    { metric: memory-per-pod, low: 4, high: 6, unit: MiB, conditions: at rest, by: vendor, source: plexus-docs }
sources:
  plexus-docs: { title: Plexus docs, url: "https://plexus.example", publisher: Plexus, sells: true, date: undated }
`

const estimator = `
parameters:
  pod-mem-plexus: { low: 4, high: 6, unit: MiB, per: pod, basis: measured, figures: [plexus-mem] }
  cp-mem-plexus: { low: 0.5, high: 1, unit: MiB, per: connected proxy, basis: measured, figures: [plexus-mem] }
  cp-mem-plexus-floor: { low: 60, high: 80, unit: MiB, per: mesh, basis: measured, figures: [plexus-mem] }
  cpu-plexus: { low: 0.1, high: 0.3, unit: vCPU, per: passage, basis: measured, figures: [plexus-mem] }
  lat-plexus: { low: 0.5, high: 1, unit: ms, per: call, basis: claimed, figures: [plexus-mem] }
designs:
  plexus-pods:
    mesh: plexus
    mode: sidecar
    modes: [native-sidecar]
    name: Plexus
    placement: pod
    readsHttp: true
    passages: { low: 2, high: 2 }
    where: One in each pod.
    l7: Both read HTTP.
    breakEven: true
    terms:
      memory:
        - { what: Sidecars, parameter: pod-mem-plexus, by: pods }
        - { what: plexusd, plane: control, parameter: cp-mem-plexus, by: pods, atLeast: cp-mem-plexus-floor }
      cpu: [{ what: Sidecars, parameter: cpu-plexus, by: passages, perCall: 2 }]
      latency: [{ what: Calls, parameter: lat-plexus, by: calls-in-a-row }]
    notes:
      - says: "Counts {nodes|the one node|# nodes} twice."
        unless: encrypted
        sources: [plexus-docs]
        checked: 2026-11-25
    unknown: [The CPU of plexusd.]
    drawing:
      boxes:
        proxy: { name: Plexus proxy, detail: "{pods|1 sidecar|# sidecars}", kind: proxy-l7, in: pod }
        plexusd: { name: plexusd, kind: control, in: control-plane }
      arrows:
        - { from: app, to: proxy, carries: plain, label: plain }
        - { from: plexusd, to: proxy, carries: config, label: rules }
      machine: { proxy: Plexus proxy, from: plexusd, label: rules }
      story: [{ says: "A proxy stands in {pods|the one pod|each of the # pods}." }]
      sources: [plexus-docs]
      checked: 2026-11-25
    sources: [plexus-docs]
    checked: 2026-11-25
`

const diagrams = `
diagrams:
  plexus:
    mesh: plexus
    mode: native-sidecar
    title: Plexus
    gist: One proxy stands in each pod.
    components:
      client: { name: Client app, kind: app, in: client-pod }
      proxy: { name: Plexus proxy, kind: proxy-l7, in: client-pod }
      server: { name: Server app, kind: app, in: server-pod }
    flows:
      - { from: client, to: proxy, carries: plain, label: plain, says: The client asks its proxy. }
      - { from: proxy, to: server, carries: encrypted, label: mutual TLS, says: The proxy asks the server. }
    sources: [plexus-docs]
`

const fragment = (text: string) => z.record(z.string(), z.unknown()).parse(load(text))

/** Two files of the same shape as one: what is in the second comes after what is in the first. */
const merged = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) => ({
  ...a,
  ...Object.fromEntries(Object.entries(b).map(([name, entries]) => [name, Object.assign({}, a[name], entries)])),
})

/** Our own knowledge with a mesh more, that has another's facts under a name that nothing else knows, and a design. */
function withPlexus() {
  const files = new Map(readYamlFiles(ownKnowledgeDirectory))
  const linkerd = z.record(z.string(), z.unknown()).parse(load(files.get('meshes/linkerd.yaml') ?? ''))
  const plexus = {
    ...linkerd,
    name: 'Plexus',
    summary: 'Plexus is a mesh that exists in this test alone.',
    aliases: ['plexus mesh'],
    parts: ['plexusd'],
    lookalikes: [],
    ...fragment(mesh),
  }
  files.set('meshes/plexus.yaml', dump(plexus))
  for (const [name, text] of [
    ['estimator.yaml', estimator],
    ['diagrams.yaml', diagrams],
  ] as const) {
    files.set(name, dump(merged(fragment(files.get(name) ?? ''), fragment(text))))
  }
  const loaded = parseKnowledge(files, lateEnough)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2))
  return loaded.knowledge
}

const knowledge = withPlexus()
const meshwise = createMeshwise(knowledge)

describe('a fifth mesh, which is one more file', () => {
  const commands = [
    'compare plexus istio',
    'compare plexsu with linkerd on security',
    'show plexus',
    'sources plexus retries',
    'fact plexus on memory-overhead',
    'best all on latency-overhead',
    'migrate plexus istio',
    'topics',
    'help',
    'recommend',
    'recommend candidates=plexus,istio',
    'estimate pods=500 nodes=20',
    'estimate plexus pods=100 nodes=10 l7',
    'diagram plexus',
    'diagram plexus istio',
    'diagram mine plexus pods=500 nodes=20 l7',
    'diagram mine plexus-pods pods=1 nodes=1 vms=2 clusters=3',
  ]
  for (const command of commands) {
    it(`goes through \`${command}\``, () => {
      const { answer } = runCommand(meshwise, command)
      expect(answer.kind).not.toBe('clarify')
      const card = messageOf(answer, { shareable: true, catalogue: catalogueOf(knowledge) })
      expect(validateMessage(card)).toEqual([])
    })
  }

  const questions: [text: string, kind: string][] = [
    ['does plexus do rate limiting?', 'fact'],
    ['plexus vs cilium memory', 'compare'],
    ['tell me about plexus', 'profile'],
    ['from istio to plexus, what breaks', 'migrate'],
    ['does plexsu encrypt traffic', 'fact'],
    ['how much RAM for 500 pods on 20 nodes with plexus?', 'estimate'],
  ]
  for (const [text, kind] of questions) {
    it(`is understood in "${text}"`, () => {
      const { answer, question } = meshwise.ask(text)
      expect(answer.kind).toBe(kind)
      expect(question?.meshes ?? (answer.kind === 'estimate' && answer.meshes)).toContain('plexus')
    })
  }

  it('is carried on in a thread', () => {
    const { context } = meshwise.ask('does istio support fault injection?')
    expect(meshwise.ask('what about plexus?', context).question).toMatchObject({
      meshes: ['plexus'],
      topics: ['fault-injection'],
    })
  })
})

describe('an estimate of it', () => {
  const { answer } = runCommand(meshwise, 'estimate plexus pods=100 nodes=10 rps=1000 hops=2')
  if (answer.kind !== 'estimate') throw new Error('no estimate')
  const { estimates, breakEven, curve } = answer

  it('has the figures that follow from its parameters', () => {
    expect(estimates).toHaveLength(1)
    expect(estimates[0]).toMatchObject({
      design: 'plexus-pods',
      // 100 pods × 4 to 6 MiB, and the larger of 60 to 80 MiB and 100 × 0.5 to 1 MiB
      memoryMiB: { low: 460, high: 700 },
      dataPlanePerNodeMiB: { low: 40, high: 60 },
      controlPlaneMiB: { low: 60, high: 100 },
      // 2 passages × 2 thousand calls a second
      vcpu: { low: 0.4, high: 1.2 },
      addedLatencyMs: { low: 1, high: 2 },
      reserved: { vcpu: 0, memoryMiB: 0 },
      unknown: ['The CPU of plexusd.'],
      notes: ['Latency of calls is in part a claim without a measurement.'],
    })
    expect(estimates[0]?.sources.map(({ id }) => id)).toEqual(['plexus-docs'])
  })

  it('says what its notes are for, with their sources', () => {
    const plain = runCommand(meshwise, 'estimate plexus pods=100 nodes=1 unencrypted').answer
    expect(plain.kind === 'estimate' && plain.estimates[0]).toMatchObject({ noteSources: ['plexus-docs'] })
    expect(plain.kind === 'estimate' && plain.estimates[0]?.notes).toContain('Counts the one node twice.')
  })

  it('is compared with every design that has its proxies on the nodes', () => {
    const pairs = breakEven.filter(({ perPod }) => perPod === 'plexus-pods')
    expect(pairs.length).toBeGreaterThan(1)
    // A ztunnel and istio-cni take 40 to 97.3 MiB a node; 4 thousand passages a second and 100 pods add to the high end.
    const ztunnel = pairs.find(({ perNode }) => perNode === 'istio-ambient-l4')
    expect(ztunnel?.podsPerNode.low).toBeCloseTo(40 / 6, 6)
    expect(ztunnel?.podsPerNode.high).toBeCloseTo((97.3 + (4 * 5.4) / 10 + 100 * 0.0026) / 4, 6)
    expect(curve.lines.find(({ design }) => design === 'plexus-pods')?.mib[0]).toBeCloseTo(Math.sqrt(24), 6)
  })

  it('stands beside those of all meshes', () => {
    const all = runCommand(meshwise, 'estimate pods=100 nodes=10 l7').answer
    expect(all.kind === 'estimate' && all.estimates.map(({ design }) => design)).toContain('plexus-pods')
  })
})

describe('pictures of it', () => {
  const scenesOf = (command: string) => {
    const { answer } = runCommand(meshwise, command)
    return answer.kind === 'diagram' ? answer.scenes : []
  }

  it('show how a request gets through', async () => {
    const [scene] = scenesOf('diagram plexus')
    expect(scene?.title).toBe('Plexus')
    expect(await draw(scene ? [scene] : [], 'light')).toContain('Plexus proxy')
  })

  it.each([
    ['diagram mine plexus pods=500 nodes=20', '500 sidecars', 'A proxy stands in each of the 500 pods.'],
    ['diagram mine plexus pods=1 nodes=1', '1 sidecar', 'A proxy stands in the one pod.'],
  ])('show what would run in a cluster: %s', async (command, detail, says) => {
    const [scene] = scenesOf(command)
    expect(scene).toMatchObject({ id: 'mine-plexus-pods', title: 'Your cluster with Plexus', story: [says] })
    expect(await draw(scene ? [scene] : [], 'light')).toContain(`>${detail}<`)
  })

  it('cite the sources of the drawing', () => {
    const { answer } = runCommand(meshwise, 'diagram mine plexus pods=500 nodes=20')
    expect(answer.kind === 'diagram' && answer.sources.map(({ id }) => id)).toEqual(['plexus-docs'])
  })
})

describe('the code', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url))
  const literals = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      [...readFileSync(join(source, name), 'utf8').matchAll(/(['"`])([a-z0-9.-]+)\1/g)].map(([, , text = '']) => ({
        name,
        text,
      })),
    )
  const middle = /^(estimator|diagrams|answers|commands|pages)\//
  /** What Cilium is in a cluster is a field of its size, and so has a word: `cilium=already-cni`. */
  const isWordOfSizes = (name: string, text: string) => name === 'commands/size-words.ts' && text === 'cilium'

  it('names no design', () => {
    const designs = new Set(Object.keys(knowledge.estimator.designs))
    expect(literals.filter(({ text }) => designs.has(text))).toEqual([])
  })

  it('names neither meshes nor parameters where it reckons, draws, answers and shows', () => {
    const ids = new Set([...knowledge.meshes.map(({ id }) => id), ...Object.keys(knowledge.estimator.parameters)])
    expect(ids).toContain('istio')
    expect(
      literals.filter(({ name, text }) => middle.test(name) && ids.has(text) && !isWordOfSizes(name, text)),
    ).toEqual([])
  })
})
