import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import type { Command, Scope } from '../../src/commands/command.ts'
import { drawDiagrams, drawMine, estimateFor, estimateOf, recommendBy } from '../../src/commands/make.ts'
import { longestCommand } from '../../src/commands/parser.ts'
import { pageOf, spell } from '../../src/commands/table.ts'
import { designsFor } from '../../src/estimator/choose-design.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { aspects } from '../../src/questions/question.ts'
import { wildNeeds } from '../advisor/wild-needs.ts'
import { readSingles, readThreads } from '../questions/labelled.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const meshwise = createMeshwise(knowledge)
const catalogue = catalogueOf(knowledge)

/** The law: what a command says again, in words that a person could type, gives the same answer to the letter. */
function holds(command: Command): void {
  const words = spell(command)
  expect(words.length, words).toBeLessThanOrEqual(longestCommand)
  const again = meshwise.parse(words).command
  expect(whole(meshwise.answer(again).answer), words).toEqual(whole(meshwise.answer(command).answer))
}

/** All that an answer holds, and how it is laid out: visible and folded, and every choice beside it. */
const whole = (answer: Answer) => ({ answer: asData(answer), page: asData(pageOf(answer, catalogue)) })

/** As JSON has it: without the rules that a recommendation carries along as functions. */
const asData = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'basis' ? undefined : part)))

const meshIds = knowledge.meshes.map(({ id }) => id)
const topicIds = knowledge.topics.map(({ id }) => id)
const some = (ids: readonly string[], minLength = 0, maxLength = 4) => fc.subarray([...ids], { minLength, maxLength })
const topic = fc.constantFrom(...topicIds)
const mesh = fc.constantFrom(...meshIds)

const named = some(meshIds).chain((meshes) => {
  const possible = knowledge.meshes
    .filter(({ id }) => meshes.includes(id))
    .flatMap(({ id, modes }) => Object.keys(modes).map((mode) => ({ mesh: id, mode })))
  return fc.record({ meshes: fc.constant(meshes), modes: fc.subarray(possible) })
})
/** Modes stand behind their mesh, so they come again in the order of the meshes. */
const comparable = named.filter(({ meshes }) => meshes.length > 1)

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'overall' } as const),
  fc.constantFrom(...knowledge.groups).map(({ id }) => ({ kind: 'group', group: id }) as const),
  some(topicIds, 1).map((topics) => ({ kind: 'topics', topics }) as const),
)
const stated = fc.record(
  {
    pods: fc.integer({ min: 1, max: 50_000 }),
    nodes: fc.integer({ min: 100, max: 900 }),
    rps: fc.integer({ min: 0, max: 100_000 }),
    hops: fc.integer({ min: 0, max: 20 }),
    calls: fc.integer({ min: 1, max: 400 }).map((quarters) => quarters / 4),
    depth: fc.integer({ min: 1, max: 50 }),
    waypoints: fc.integer({ min: 0, max: 40 }),
    consulServers: fc.integer({ min: 1, max: 9 }),
    services: fc.integer({ min: 1, max: 3_000 }),
    gateways: fc.nat(20),
    connections: fc.nat(40_000),
    nodeGiB: fc.integer({ min: 1, max: 512 }),
    scoped: fc.boolean(),
    ha: fc.boolean(),
    prices: fc.constantFrom(...Object.keys(knowledge.estimator.places)),
    l7: fc.boolean(),
    encrypted: fc.boolean(),
    cilium: fc.constantFrom('added', 'already-cni', 'replaces-cni'),
  } as const,
  { requiredKeys: [] },
)
const size = stated.map((one) => estimateOf(one)?.size).filter((known) => known !== undefined)
/** Designs that fit what is wanted: one without layer 7 is refused where that is asked for. */
const sizedDesigns = size.chain((one) =>
  fc.record({
    size: fc.constant(one),
    designs: fc.subarray(designsFor(knowledge.estimator, one.size.l7), { minLength: 1 }),
  }),
)
const assumed = fc.subarray(['small-team', 'wants-little', 'shoulds', 'unmentioned'] as const)

const neighbourId = fc.constantFrom(...knowledge.neighbours).map(({ id }) => id)
const groupIds = knowledge.groups.map(({ id }) => id)
/** Lines that a fact has, and may not have. */
const told = fc.subarray(['statement.1', 'limit.2', 'ambient.statement.1', 'limit.99'], { minLength: 1 })
const asked = fc.record(
  {
    aspect: fc.constantFrom(...aspects),
    told,
    focus: fc.subarray(['prometheus', 'udp', '1.30', 'helm'], { minLength: 1 }),
    nothingOn: fc.constantFrom('kafka', 'lorawan'),
  },
  { requiredKeys: [] },
)

const plain: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ kind: fc.constant('compare'), named: comparable, scope })
    .map(({ named, ...one }) => ({ ...named, ...one })),
  fc
    .record({
      kind: fc.constant('fact'),
      named,
      topics: some(topicIds, 1),
      worstFirst: fc.constantFrom(true, undefined),
      asked,
    })
    .map(({ named, worstFirst, asked, ...one }) => ({
      ...named,
      ...one,
      ...asked,
      ...(worstFirst ? { worstFirst } : {}),
    })),
  fc
    .record({ named: named.filter(({ meshes }) => meshes.length > 0), group: fc.constantFrom(...groupIds, undefined) })
    .map(({ named, group }) => ({ kind: 'lacks' as const, ...named, ...(group === undefined ? {} : { group }) })),
  fc.record(
    { kind: fc.constant('neighbour'), neighbour: neighbourId, mesh, topic },
    { requiredKeys: ['kind', 'neighbour'] },
  ),
  fc.record(
    { kind: fc.constant('troubleshoot'), about: fc.constantFrom('broken', 'how-to'), mesh, topic, told },
    { requiredKeys: ['kind', 'about'] },
  ),
  fc.record({ kind: fc.constant('best'), topic, order: fc.constantFrom('best', 'worst'), meshes: some(meshIds, 2) }),
  fc.record({ kind: fc.constant('show'), mesh }),
  fc.record({ kind: fc.constant('sources'), mesh, topics: some(topicIds) }),
  fc.record({
    kind: fc.constant('define'),
    term: fc.constantFrom(...knowledge.terms.map(({ id }) => id), ...topicIds),
  }),
  fc
    .record({ kind: fc.constant('migrate'), from: mesh, to: mesh }, { requiredKeys: ['kind'] })
    .filter(({ from, to }) => from === undefined || from !== to),
  fc
    .record({
      meshes: some(meshIds, 0, 2),
      near: some(topicIds, 0, 3),
      nothingOn: fc.constantFrom('hipaa', 'lorawan', undefined),
    })
    .map(({ nothingOn, ...one }) => ({
      kind: 'none' as const,
      ...one,
      ...(nothingOn === undefined ? {} : { nothingOn }),
    })),
  fc.record({ kind: fc.constant('corrections'), mesh, topic }),
  fc.record({ size, meshes: some(meshIds) }).map(({ size, meshes }) => estimateFor(size, meshes)),
  sizedDesigns.map(({ size, designs }) =>
    estimateFor(
      size,
      [...new Set(designs.map(({ mesh }) => mesh))],
      // A mesh with one design is spelled as the mesh.
      designs.every(({ id, mesh }) => id === mesh) ? [] : designs.map(({ id }) => id),
    ),
  ),
  fc.record({ needs: wildNeeds, assumed, about: some(meshIds, 0, 1) }).map(({ needs, ...aside }) => ({
    ...recommendBy(needs),
    ...aside,
  })),
  fc
    .subarray(
      knowledge.diagrams.map(({ id }) => id),
      { minLength: 1, maxLength: 2 },
    )
    .map((ids) => drawDiagrams(...ids)),
  fc
    .record({ sizedDesigns, vms: fc.nat(9), clusters: fc.integer({ min: 1, max: 5 }) })
    .map(({ sizedDesigns: { size, designs }, ...more }) => ({ design: designs[0]?.id ?? 'linkerd', size, ...more }))
    .map(drawMine),
  fc.constantFrom<Command>(
    { kind: 'topics' },
    { kind: 'status' },
    { kind: 'quiet', off: false },
    { kind: 'quiet', off: true },
    { kind: 'help' },
    { kind: 'help', about: 'estimate' },
    { kind: 'help', about: 'thanks' },
    { kind: 'need' },
    { kind: 'none', meshes: [], near: [], foreign: true },
  ),
)
const doubt = fc.record({ perhaps: some(topicIds, 1, 2) })

describe('what a command says again gives the same answer', { timeout: 60_000 }, () => {
  test('whatever the command', () => {
    fc.assert(fc.property(plain, holds), { numRuns: 400 })
  })

  test('in doubt too', () => {
    fc.assert(
      fc.property(plain, doubt, (command, doubt) => holds({ ...command, doubt })),
      { numRuns: 200 },
    )
  })

  test('of a fact that may be on something else as well', () => {
    for (const { id } of knowledge.topics)
      holds({ kind: 'fact', meshes: [], modes: [], topics: [id], doubt: { perhaps: [] } })
  })

  test('of a fact on a topic that nobody knows, with all that was asked', () => {
    holds(meshwise.parse('fact sources worst first').command)
  })

  test('beside another product too', () => {
    fc.assert(
      fc.property(plain, neighbourId, (command, beside) => holds({ ...command, beside })),
      { numRuns: 200 },
    )
  })

  test('for every labelled question', () => {
    for (const { q } of readSingles()) holds(meshwise.read(q).command)
  })

  test('for every turn of a conversation', () => {
    for (const { turns } of readThreads()) {
      let context: ReturnType<typeof meshwise.ask>['context']
      for (const { q } of turns) {
        const reply = meshwise.ask(q, context)
        holds(reply.answer.command)
        context = reply.context
      }
    }
  })

  test('for whatever is typed after /mesh', () => {
    const words = fc.constantFrom(
      'compare',
      'show',
      'fact',
      'on',
      'istio',
      'linkrd',
      'retries',
      'perhaps',
      'unsure',
      'mine',
      'diagram',
      'estimate',
      'pods=9',
      'recommend',
      'fips=must',
      'cni=x',
      'best',
      'sources',
      'worst first',
      'kuma',
      '500 pods',
      'help',
      'all',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), (said) => {
        holds(meshwise.parse(said.join(' ')).command)
      }),
      { numRuns: 400 },
    )
  })
})
