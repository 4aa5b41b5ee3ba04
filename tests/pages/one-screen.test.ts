import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { estimateOf } from '../../src/commands/make.ts'
import { pageOf } from '../../src/commands/table.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { foldHeight, linesOfPage } from '../../src/pages/lines-in.ts'
import { screen } from '../../src/pages/one-screen.ts'
import { type Page, type Part, plain, unfolded } from '../../src/pages/page.ts'
import { toSections, toText } from '../../src/pages/to-text.ts'
import { wordsIn, wordsOf, wordsOfPart } from '../../src/pages/words-in.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { detailsView } from '../../src/slack/views/details-view.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { commandsOf } from '../helpers/run-command.ts'

const knowledge = ownKnowledge()
const { run, answer } = commandsOf(knowledge)
const catalogue = catalogueOf(knowledge)
const meshes = knowledge.meshes.map(({ id }) => id)
const topics = knowledge.topics.map(({ id }) => id)
const pairs = meshes.flatMap((one) => meshes.filter((other) => other > one).map((other) => `${one} ${other}`))
const sizes = [1, 40, 500, 5_000, 200_000].flatMap((pods) =>
  [false, true].map((l7) => estimateOf({ pods, nodes: Math.max(1, Math.round(pods / 25)), l7 })),
)

/** Every answer that the knowledge gives to a command of each kind. */
const kinds: Readonly<Record<string, readonly Answer[]>> = {
  fact: topics.flatMap((topic) => [...meshes, 'all'].map((mesh) => run(`fact ${mesh} on ${topic}`))),
  'comparison on a topic': topics.flatMap((topic) => ['all', ...pairs].map((of) => run(`compare ${of} on ${topic}`))),
  'comparison of more': ['all', ...pairs].flatMap((of) => [
    run(`compare ${of}`),
    ...knowledge.groups.map(({ id }) => run(`compare ${of} on area ${id}`)),
  ]),
  ranking: topics.flatMap((topic) => [run(`best all on ${topic}`), run(`worst all on ${topic}`)]),
  profile: meshes.map((mesh) => run(`show ${mesh}`)),
  lacks: meshes.map((mesh) => run(`lacks ${mesh}`)),
  move: ['migrate', ...pairs.map((pair) => `migrate ${pair}`)].map(run),
  sources: meshes.flatMap((mesh) => [run(`sources ${mesh}`), run(`sources ${mesh} ${topics[0]}`)]),
  meaning: [...knowledge.terms.map(({ id }) => id), ...topics].map((id) => run(`define ${id}`)),
  estimate: sizes.flatMap((command) => (command ? [answer(command)] : [])),
  diagram: knowledge.diagrams.map(({ id }) => run(`diagram ${id}`)),
  recommendation: [
    'recommend team-size=3 simplicity=5',
    'recommend team-size=3 services=5',
    'recommend no-sidecar=must fips=must non-kubernetes=should',
    'recommend fips=must session-affinity=must jwt=must no-sidecar=must',
    ...topics.map((topic) => `recommend ${topic}=must`),
  ]
    .map(run)
    .filter(({ kind }) => kind === 'recommend'),
  other: ['topics', 'help', 'need-a-mesh'].map(run),
}

const visible = ({ understood, lead, parts }: Page): number =>
  wordsIn(understood) + wordsOf(lead) + parts.reduce((sum, part) => sum + wordsOfPart(part), 0)

const linesOf = (part: Part): number =>
  part.kind === 'list' ? part.items.length : part.kind === 'table' ? part.rows.length : 1

/** Buttons and menus that are seen before anything is opened. */
const buttons = (given: Answer): number =>
  messageOf(given, { shareable: true, catalogue }).blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements : [],
  ).length

const folds = (given: Answer): number =>
  messageOf(given, { shareable: true, catalogue }).blocks.filter(({ type }) => type === 'container').length

describe.each(Object.entries(kinds))('%s', (_, answers) => {
  const pages = answers.map((given) => ({ given, page: pageOf(given, catalogue) }))

  test('is one screen: few words and lines, one small table, four buttons', () => {
    expect(answers.length).toBeGreaterThan(0)
    for (const { given, page } of pages) {
      const { parts } = page
      const tables = parts.filter((part) => part.kind === 'table')
      const lines = parts.reduce((sum, part) => sum + linesOf(part), 0)
      expect(visible(page), page.command).toBeLessThanOrEqual(120)
      expect(lines, page.command).toBeLessThanOrEqual(16)
      expect(tables.length, page.command).toBeLessThanOrEqual(1)
      for (const { header, rows } of tables) {
        expect(header.length, page.command).toBeLessThanOrEqual(5)
        expect(rows.length, page.command).toBeLessThanOrEqual(7)
      }
      expect(parts.filter(({ kind }) => kind === 'chart').length, page.command).toBeLessThanOrEqual(1)
      expect(buttons(given), page.command).toBeLessThanOrEqual(4)
      expect(linesOfPage(page) + folds(given) * foldHeight, page.command).toBeLessThan(screen.lines + 1.5)
    }
  })

  test('has every word of its facts in sight, folded or under Details', () => {
    for (const { given, page } of pages) {
      const whole = squeezed([toText(page), ...toSections(page).map(({ title, text }) => `${title} ${text}`)].join(' '))
      for (const said of sentencesOf(given)) expect(asClause(whole), page.command).toContain(asClause(squeezed(said)))
    }
  })

  test('is whole in Slack: what is folded fits the message, or is under Details, where a button leads', () => {
    for (const { given, page } of pages) {
      const { blocks, withoutFolds } = messageOf(given, { shareable: true, catalogue })
      const words = [...wordsOfPage(unfolded(page))]
      const missing = (shown: ReadonlySet<string>) => words.filter((word) => !shown.has(word))
      expect(missing(wordsShown(detailsView(page).blocks)), page.command).toEqual([])
      const hasDetails = JSON.stringify(blocks).includes('"action_id":"details"')
      if (!hasDetails) expect(missing(wordsShown(blocks)), page.command).toEqual([])
      if (withoutFolds && toSections(page).length > 0) {
        expect(JSON.stringify(withoutFolds), page.command).toContain('"action_id":"details"')
        expect(JSON.stringify(withoutFolds), page.command).not.toContain('"container"')
      }
    }
  })

  test('speaks of no surface but its own, and in plain words', () => {
    for (const { page } of pages) {
      const everything = [toText(page), ...toSections(page).map(({ title, text }) => `${title} ${text}`)].join('\n')
      expect(everything, page.command).not.toMatch(
        /press an area|Choose .* below|Details has|, vendor\)|Said otherwise|Taken for granted|Ahead:|were a should/,
      )
      expect(toText(page), page.command).not.toMatch(/TOPSIS|Weighs 5|founding article/)
    }
  })
})

const squeezed = (text: string): string => text.replace(/\s+/g, ' ')

/** A sentence that is told in one with another has neither its capital nor its full stop. */
const asClause = (text: string): string => text.toLowerCase().replace(/\.$/, '')

/** What an answer has to say about facts: their sentences, wherever they are. */
function sentencesOf(given: Answer): readonly string[] {
  if (given.kind !== 'fact') return []
  return given.facts.flatMap((fact) => [
    fact.rank?.reason ?? fact.statement,
    ...(given.facts.length > 1
      ? []
      : [
          ...fact.limits,
          ...fact.needs,
          ...fact.modes.flatMap((mode) => [mode.statement, ...mode.limits]),
          ...[fact.reason, fact.default, fact.since, fact.value?.conditions].filter((text) => text !== undefined),
          ...fact.figures.map(({ conditions }) => conditions),
        ]),
    ...[fact.belief?.said, fact.belief?.now, fact.disagreement, fact.unverified].filter((text) => text !== undefined),
    ...(fact.article && fact.article.verdict !== 'holds' ? [fact.article.claim] : []),
  ])
}

/** The words of a page, but for its choices. Charts and pictures have none of their own. */
function wordsOfPage({ lead, parts }: Page): Set<string> {
  const texts = [
    plain(lead),
    ...parts.flatMap((part) => {
      switch (part.kind) {
        case 'list':
          return part.items.map(plain)
        case 'table':
          // As a list, a row names its columns where there are several beside the first.
          return [...(part.header.length > 2 ? part.header.slice(1) : []), ...part.rows.flat().map(plain)]
        case 'paragraph':
        case 'note':
          return [plain(part.text)]
        case 'sources':
          return part.sources.map(({ title }) => title)
        default:
          return []
      }
    }),
  ]
  return new Set(texts.flatMap(inWords))
}

const inWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Every word that some blocks show. */
function wordsShown(value: unknown): Set<string> {
  const texts: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if ((key === 'text' || key === 'title') && typeof inner === 'string') {
      texts.push(inner.replace(/&(amp|lt|gt);/g, ' '))
    }
    return inner
  })
  return new Set(texts.flatMap(inWords))
}
