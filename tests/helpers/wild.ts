import fc from 'fast-check'
import type { Answer, Place, Suggestion, WeighedRow } from '../../src/answers/answer.ts'
import type { Command } from '../../src/commands/command.ts'
import type { CitedSource, Fact, Named } from '../../src/facts/fact.ts'

/** Texts that break careless rendering: markup, mentions, bidirectional marks, emoji, blanks, and far too much. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '<!channel>',
    '<!here|you>',
    '<@U012ABCDEF>',
    '<https://evil.example|https://docs.example>',
    '&amp; & &lt;!everyone&gt;',
    '*bold* _it_ ~no~ `code` > quote',
    '[x](javascript:alert(1))',
    '\u202Eright to left\u202C',
    'שלום world',
    '👩‍👩‍👧‍👦'.repeat(40),
    ':tada: @channel #general',
    '\u001b[31mred\u001b[0m',
  ),
  fc.constantFrom('x', '<!channel> ', '&', 'word ', '👍').map((piece) => piece.repeat(5_000 / piece.length)),
)

const wildUrl = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('javascript:alert(1)', 'https://a.example/|<!channel>', `https://a.example/${'x'.repeat(4_000)}`, ''),
)

const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))

const some = <T>(one: fc.Arbitrary<T>, maxLength = 6) => fc.array(one, { maxLength })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

const named: fc.Arbitrary<Named> = fc.record({ id: wildText, name: wildText })
const ids = some(wildText, 4)
const wildIncomplete = fc.record({
  kind: fc.constant('incomplete'),
  said: wildText,
  title: wildText,
  problem: wildText,
  choices: fc.constant([]),
})

/** A command of any kind, with ids that no knowledge has. */
const wildCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('sources'), mesh: wildText, topics: fc.array(wildText, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('define'), term: wildText }),
  wildIncomplete,
)
const suggestion: fc.Arbitrary<Suggestion> = fc.record({ label: wildText, command: wildCommand })
const source: fc.Arbitrary<CitedSource> = fc.record({
  id: wildText,
  title: wildText,
  url: wildUrl,
  publisher: wildText,
  sells: fc.boolean(),
  date: wildText,
})
const support = fc.constantFrom('yes', 'partial', 'no', 'external', 'not-applicable', 'unknown')
const maturity = fc.constantFrom('alpha', 'beta', 'stable', 'deprecated')
const amounts = { low: fc.nat(100), high: fc.integer({ min: 100, max: 100_000 }) }

const bareFact = fc.record({
  mesh: named,
  topic: named,
  mode: named,
  brief: maybe(wildText),
  support: maybe(support),
  reason: maybe(wildText),
  statement: wildText,
  value: maybe(
    fc.record({
      ...amounts,
      unit: fc.constantFrom('ms', 'MB', 'vCPU'),
      per: fc.constantFrom('call', 'pod', 'node'),
      conditions: wildText,
    }),
  ),
  rank: maybe(fc.record({ place: fc.integer({ min: 1, max: 9 }), reason: wildText })),
  via: some(wildText),
  default: maybe(wildText),
  needs: some(wildText),
  since: maybe(wildText),
  until: maybe(wildText),
  maturity: maybe(maturity),
  edition: maybe(fc.constantFrom('open-source', 'enterprise')),
  limits: some(wildText),
  figures: some(
    fc.record({
      ...amounts,
      design: wildText,
      metric: fc.constantFrom('latency-p99', 'memory-per-pod'),
      unit: fc.constantFrom('ms', 'MiB'),
      conditions: wildText,
      by: fc.constantFrom('vendor', 'independent'),
      evidence: fc.constantFrom('derived', 'advice'),
      source: wildText,
    }),
    8,
  ),
  article: maybe(fc.record({ claim: wildText, verdict: fc.constantFrom('holds', 'wrong'), now: wildText })),
  belief: maybe(fc.record({ said: wildText, now: wildText })),
  disagreement: maybe(wildText),
  unverified: maybe(wildText),
  missing: fc.boolean(),
  checked: maybe(date),
  sources: some(source),
  house: maybe(fc.record({ statement: wildText, author: wildText, date })),
})

const fact: fc.Arbitrary<Fact> = fc
  .tuple(bareFact, fc.array(bareFact, { maxLength: 3 }))
  .map(([one, modes]) => ({ ...one, modes: modes.map((mode) => ({ ...mode, modes: [] })) }))

const said = { understood: wildText, headline: wildText, askBack: wildText, suggestions: some(suggestion, 30) }

const comparison = fc.integer({ min: 1, max: 24 }).chain((width) => {
  const exactly = { minLength: width, maxLength: width }
  const row: fc.Arbitrary<WeighedRow> = fc.record({
    topic: named,
    facts: fc.array(fact, exactly),
    differs: fc.boolean(),
    area: named,
    decides: fc.constantFrom(0, 0.3, 1),
    weighed: fc.boolean(),
    modes: some(fc.record({ fact, mode: named, isAhead: fc.boolean() })),
  })
  return fc.record({
    ...said,
    kind: fc.constant('compare'),
    meshes: fc.array(named, exactly),
    command: fc.record({
      kind: fc.constant('compare'),
      meshes: ids,
      modes: fc.constant([]),
      scope: fc.oneof(
        fc.constant({ kind: 'overall' } as const),
        fc.record({ kind: fc.constant('group'), group: wildText }),
      ),
    }),
    scope: fc.record({ title: wildText }),
    choose: some(fc.record({ mesh: wildText, when: wildText }), 3),
    deciding: some(wildText, 3),
    rows: some(row, width > 4 ? 2 : 6),
  })
})

const place: fc.Arbitrary<Place> = fc.record(
  { place: fc.integer({ min: 1, max: 9 }), fact, standing: wildText },
  { requiredKeys: ['fact', 'standing'] },
)
const reason = fc.record({ when: wildText, sources: some(source, 2) })

/** Any answer of any kind, with texts that nobody in their right mind would write. */
export const wildAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    ...said,
    kind: fc.constant('fact'),
    command: fc.record({ kind: fc.constant('fact'), meshes: ids, modes: fc.constant([]), topics: ids }),
    facts: some(fact, 5),
  }),
  comparison,
  fc.record({
    ...said,
    kind: fc.constant('best'),
    command: fc.record({ kind: fc.constant('best'), topic: wildText, order: fc.constant('best'), meshes: ids }),
    topic: named,
    order: fc.constantFrom('best', 'worst'),
    places: some(place),
    basis: wildText,
  }),
  fc.record({
    ...said,
    kind: fc.constant('profile'),
    command: fc.record({ kind: fc.constant('show'), mesh: wildText }),
    mesh: named,
    summary: wildText,
    homepage: wildUrl,
    licence: wildText,
    governance: wildText,
    release: fc.record({ version: wildText, date, note: maybe(wildText) }),
    modes: some(fc.record({ name: wildText, statement: wildText, maturity: wildText })),
    choose: some(reason),
    avoid: some(reason),
    changes: some(fc.record({ date, what: wildText })),
    upcoming: some(fc.record({ when: wildText, what: wildText })),
    architecture: some(fact),
    sources: some(source),
    checked: date,
  }),
  fc.record({
    ...said,
    kind: fc.constant('define'),
    command: fc.record({ kind: fc.constant('define'), term: wildText }),
    id: wildText,
    term: wildText,
    aliases: some(wildText),
    meaning: wildText,
    why: maybe(wildText),
    facts: some(fact),
    sources: some(source),
    checked: date,
  }),
  fc.record({
    ...said,
    kind: fc.constant('migrate'),
    command: fc.record({ kind: fc.constant('migrate'), from: wildText, to: wildText }),
    from: maybe(named),
    to: maybe(named),
    considerations: some(fc.record({ title: wildText, text: wildText, sources: some(source, 2) })),
    notes: some(fc.record({ mesh: named, note: wildText, sources: some(source, 2) })),
    losses: some(
      fc.record({ topic: named, facts: fc.tuple(fact, fact), differs: fc.constant(true), spread: fc.constant(1) }),
    ),
    facts: some(fact),
  }),
  fc.record({
    ...said,
    kind: fc.constant('none'),
    command: fc.record({ kind: fc.constant('none'), meshes: ids, near: ids }),
  }),
  fc.record({ ...said, kind: fc.constant('clarify'), command: wildIncomplete }),
  fc.record({
    ...said,
    kind: fc.constant('sources'),
    command: fc.record({ kind: fc.constant('sources'), mesh: wildText, topics: ids }),
    mesh: named,
    entries: some(fc.record({ topic: named, checked: date, sources: some(source) }), 40),
    facts: some(fact),
  }),
  fc.record({
    ...said,
    kind: fc.constant('topics'),
    command: fc.record({ kind: fc.constant('topics') }),
    groups: some(fc.record({ group: named, topics: some(fc.record({ name: wildText, meaning: wildText })) }), 12),
  }),
  fc.record({
    ...said,
    kind: fc.constant('help'),
    command: fc.record({ kind: fc.constant('help'), about: wildText }),
    commands: some(fc.record({ usage: wildText, does: wildText }), 12),
  }),
)

export const wildCatalogue = fc.record({ meshes: some(named, 130), areas: some(named, 130) })
