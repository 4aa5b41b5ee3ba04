import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { spell } from '../../src/commands/table.ts'
import { standing } from '../../src/facts/standing.ts'
import { answerSchema, commandSchema, recommendationSchema } from '../../src/json/schemas.ts'
import { cellOf, type Knowledge } from '../../src/knowledge/knowledge.ts'
import { ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { missingCells } from '../../src/knowledge/missing-cells.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { commandsOf } from '../helpers/run-command.ts'
import { inTerminal } from '../helpers/terminal.ts'
import { readSingles, readThreads } from '../questions/labelled.ts'
import { readThread } from '../questions/score.ts'

const old = readYamlFiles(fileURLToPath(new URL('../fixtures/0.1.0/knowledge', import.meta.url)))
const ours = readYamlFiles(ownKnowledgeDirectory)
const today = '2026-12-31'

function loaded(files: ReadonlyMap<string, string>, house?: ReadonlyMap<string, string>): Knowledge {
  const result = parseKnowledge(files, today, house)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.knowledge
}

/** The files of somebody who took our topics of today to facts of 0.1.0, which has cells for 31 of them. */
const withGaps = new Map([...old, ['topics.yaml', ours.get('topics.yaml') ?? '']])

const directories: [name: string, knowledge: Knowledge, topics: number][] = [
  ['a directory of version 0.1.0', loaded(old), 31],
  ['its meshes under the topics of today', loaded(withGaps), 70],
]

describe.each(directories)('%s', (_name, knowledge, topics) => {
  const meshwise = createMeshwise(knowledge)
  const terminal = { load: () => ({ ok: true, knowledge }) as const, createMeshwise: () => meshwise }
  const printed = async (...argv: string[]): Promise<unknown> => {
    const { code, out, err } = await inTerminal([...argv, '--json'], terminal)
    expect({ code, err }, argv.join(' ')).toEqual({ code: 0, err: '' })
    return JSON.parse(out)
  }

  it('loads, with gaps or without', () => {
    expect(knowledge.topics.length).toBeGreaterThanOrEqual(topics)
    expect(knowledge.meshes.map(({ id }) => id)).toEqual(['istio', 'linkerd'])
  })

  const commands = [
    'show istio',
    'topics',
    'status',
    'help',
    'compare istio linkerd',
    'migrate istio linkerd',
    'sources istio',
    'recommend',
    'recommend no-sidecar=must fips=must non-kubernetes=should',
    'recommend team-size=3 runs=vms services=40',
    ...knowledge.topics.flatMap(({ id }) => [
      `fact istio on ${id}`,
      `fact all on ${id}`,
      `best all on ${id}`,
      `worst all on ${id}`,
      `compare istio linkerd on ${id}`,
      `sources linkerd ${id}`,
      `define ${id}`,
    ]),
    ...knowledge.groups.map(({ id }) => `compare istio linkerd on ${id}`),
  ]

  it('answers every command, and each button below an answer, with a card that Slack takes', () => {
    const { run, answer } = commandsOf(knowledge)
    for (const text of commands) {
      const given = run(text)
      const card = messageOf(given, { shareable: true, catalogue: catalogueOf(knowledge) })
      expect(validateMessage(card), text).toEqual([])
      for (const { command } of given.suggestions) expect(answer(command).headline, text).not.toBe('')
    }
  })

  it('answers every question that there is', () => {
    for (const { q } of readSingles()) expect(meshwise.ask(q).answer.headline).not.toBe('')
    for (const thread of readThreads()) {
      readThread(thread, (text, context) => {
        const { question, context: after } = meshwise.ask(text, context)
        return { got: question ?? { intent: 'none', meshes: [], topics: [] }, context: after }
      })
    }
  })

  it('gives data of the same shape', async () => {
    const [first = ''] = knowledge.topics.map(({ id }) => id).slice(-1)
    answerSchema.parse(await printed('slash', `fact all on ${first}`))
    answerSchema.parse(await printed('slash', 'compare istio linkerd'))
    commandSchema.parse(await printed('compare', 'istio', 'linkerd'))
    commandSchema.parse(await printed('sources', 'istio'))
    recommendationSchema.parse(await printed('recommend', 'team-size=3'))
  })
})

describe('a cell that nobody has looked for yet', () => {
  const knowledge = loaded(withGaps)
  const { run } = commandsOf(knowledge)
  const meshwise = createMeshwise(knowledge)
  const [mesh] = knowledge.meshes
  const gaps = knowledge.topics.filter((topic) => mesh && !cellOf(mesh, topic))
  const [gap] = gaps.filter(({ kind }) => kind === 'supported')
  if (!gap) throw new Error('there is no gap')
  /** The same with one mesh's cell for the topic. */
  const halfKnown = commandsOf({
    ...knowledge,
    meshes: knowledge.meshes.map((one) =>
      one.id === 'istio' ? { ...one, facts: { ...one.facts, [gap.id]: one.facts.tracing ?? fail() } } : one,
    ),
  })

  it('is a fact that says so, and neither a level nor a source nor a date', () => {
    const answer = run(`fact istio on ${gap.id}`)
    expect(answer.headline).toBe('Nobody has looked for this yet.')
    const [fact] = answer.kind === 'fact' ? answer.facts : []
    expect(fact).toMatchObject({ missing: true, checked: undefined, sources: [] })
    expect(fact?.support).toBeUndefined()
    expect(fact && standing(fact)).toBeUndefined()
  })

  it('is told from what was looked for and not found', () => {
    const answer = run(`compare istio linkerd on ${gap.id}`)
    expect(answer.headline).toBe(
      `Nobody has looked yet how Istio and Linkerd stand on ${gap.title.charAt(0).toLowerCase()}${gap.title.slice(1)}.`,
    )
  })

  it('is named beside what is known of another mesh', () => {
    const { headline } = halfKnown.run(`compare istio linkerd on ${gap.id}`)
    expect(headline).toBe(`${gap.title}: Istio yes; nobody has looked yet how it is with Linkerd.`)
    expect(halfKnown.run(`fact all on ${gap.id}`).headline).toBe(
      `${gap.title}: Istio: yes; Linkerd: not looked for yet.`,
    )
  })

  it('is not placed in an order', () => {
    const ranking = halfKnown.run(`best all on ${gap.id}`)
    expect(ranking.kind === 'best' && ranking.places.map(({ place, standing: words }) => [place, words])).toEqual([
      [1, 'Yes'],
      [undefined, 'Not looked for yet'],
    ])
    expect(run(`best all on ${gap.id}`).headline).toMatch(/^Nobody has looked yet how the meshes stand on /)
  })

  it('stands apart from what is the same on all', async () => {
    const compared = async (...on: string[]) => {
      const { out } = await inTerminal(['compare', 'istio', 'linkerd', ...on, '--full'], {
        load: () => ({ ok: true, knowledge }),
        createMeshwise: () => meshwise,
      })
      return out
    }
    const [overall, area] = [await compared(), await compared('on', 'operations')]
    for (const out of [overall, area]) {
      expect(out).toMatch(/^Not looked for yet\n• /m)
      expect(out).not.toContain('(not looked for yet)')
    }
  })

  it('counts as not known in a recommendation, and rules nothing out', () => {
    const contributionOf = (text: string) => {
      const answer = run(text)
      if (answer.kind !== 'recommend') throw new Error('no recommendation')
      expect(answer.recommendation.eliminated).toEqual([])
      return answer.recommendation.ranked.map(({ contributions }) =>
        contributions.find(({ criterion }) => criterion.id === `needs-${gap.id}`),
      )
    }
    for (const found of contributionOf(`recommend ${gap.id}=must`)) expect(found).toMatchObject({ known: 0 })
    expect(run(`recommend ${gap.id}=must`).headline).not.toBe('')
  })

  it('can be filled by the organisation itself', () => {
    const overlay = `author: Platform\ndate: 2026-11-20\nfacts: { istio: { ${gap.id}: { statement: We have it., support: yes } } }`
    const house = commandsOf(loaded(withGaps, new Map([['house.yaml', overlay]])))
    expect(house.run(`fact istio on ${gap.id}`).headline).toBe('Yes. We have it.')
    const ranking = house.run(`best all on ${gap.id}`)
    expect(ranking.kind === 'best' && ranking.places[0]).toMatchObject({ place: 1, fact: { mesh: { id: 'istio' } } })
  })

  it('is counted by the check, and a problem with --complete', async () => {
    const load = () => ({ ok: true, knowledge }) as const
    const plain = await inTerminal(['knowledge', 'check'], { load })
    expect(plain.code).toBe(0)
    expect(plain.out).toContain(`Nobody has looked yet for ${2 * gaps.length} of the 140 cells`)
    const complete = await inTerminal(['knowledge', 'check', '--complete'], { load })
    expect(complete.code).toBe(1)
    expect(complete.err).toContain(`meshes/istio.yaml  facts  no cell for the topic "${gap.id}"`)
  })
})

describe('topics that the code knows by name, and the knowledge has not', () => {
  const knowledge = loaded(old)
  const meshwise = createMeshwise({
    ...knowledge,
    topics: knowledge.topics.filter(({ id }) => id !== 'non-kubernetes' && id !== 'failure-modes'),
    criteria: { ...knowledge.criteria, implies: [], proof: [] },
  })

  it('are not required by what is run', () => {
    const { command } = meshwise.ask('we run VMs next to kubernetes, recommend a mesh').answer
    expect(command).toMatchObject({ kind: 'recommend', requirements: { circumstances: { runs: ['vms'] } } })
    const again = meshwise.parse(spell(command)).command
    expect(again.kind).toBe('recommend')
    expect(spell(again)).not.toContain('non-kubernetes')
  })

  it('are not offered to be read on at', () => {
    const { suggestions } = meshwise.ask('from istio to linkerd, what breaks?').answer
    expect(suggestions.map(({ label }) => label)).toEqual(['Compare the two', 'Which fits us?'])
  })
})

it('our own meshes have a cell for every topic', () => {
  expect(missingCells(loaded(ours))).toEqual([])
})

function fail(): never {
  throw new Error('no such cell')
}
