/**
 * Measures understanding on labelled questions that nothing was trained on, beside simpler ways to do the same, and the
 * answers to questions as people wrote them, in one run: `npm run bench:questions`. `-- --wrong` lists what was misread
 * or answered off the point, of the half that may be looked at; the other half is kept for reporting.
 */
import { parseArgs } from 'node:util'
import { answerLengths, checkAnswers, readFoundSingles, readFoundTurns, storiesTold } from '../tests/questions/found.ts'
import { linesTold } from '../tests/questions/found-lines.ts'
import { judge, readSingles, readThreads } from '../tests/questions/labelled.ts'
import { ownUnderstanding } from '../tests/questions/own-understanding.ts'
import { isKept, type Read, readSingle, readThread, type Score, scoreOf } from '../tests/questions/score.ts'
import { nluIntents, searchBaselines } from './baselines.ts'

const { values: options } = parseArgs({ options: { wrong: { type: 'boolean', default: false } } })
const { knowledge, understand } = ownUnderstanding()
const singles = readSingles()
const threads = readThreads()
const read = singles.map((single) => readSingle(single, (text) => understand(text).got))
const turns = threads.flatMap((thread) => readThread(thread, understand))
const halves = ['kept', 'visible'] as const
const checked = { kept: checkAnswers('kept', knowledge), visible: checkAnswers('visible', knowledge) }
const percent = (share: number): string => (Number.isNaN(share) ? '' : `${(share * 100).toFixed(1)} %`)

const row = (score: Score) => ({
  questions: score.questions,
  'all right': percent(score.all),
  intent: percent(score.intent),
  topic: percent(score.topic),
  meshes: percent(score.meshes),
  'out of scope refused': percent(score.refused),
  'in scope refused': percent(score.wronglyRefused),
  'right above 0.8': percent(score.sure.right),
  'share above 0.8': percent(score.sure.share),
})
const threadIsKept = ({ id }: Read) => isKept({ id: id.split('.')[0] ?? '' })
const difficulties = ['easy', 'medium', 'hard'] as const

console.log('Understanding')
console.table({
  'single, kept half': row(scoreOf(read.filter(isKept))),
  'single, other half': row(scoreOf(read.filter((one) => !isKept(one)))),
  ...Object.fromEntries(
    difficulties.map((difficulty) => [
      `single, ${difficulty}`,
      row(scoreOf(read.filter((_, index) => singles[index]?.difficulty === difficulty))),
    ]),
  ),
  'thread turns, kept half': row(scoreOf(turns.filter(threadIsKept))),
  'thread turns, other half': row(scoreOf(turns.filter((one) => !threadIsKept(one)))),
  ...Object.fromEntries(
    halves.flatMap((half) => [
      [`found singles, ${half} half`, row(scoreOf(readFoundSingles(half, understand)))],
      [`found turns, ${half} half`, row(scoreOf(readFoundTurns(half, understand)))],
    ]),
  ),
})

console.log('Stories whose topic is told, by their turn of phrase and as they are answered')
console.table(Object.fromEntries(halves.map((half) => [`${half} half`, storiesTold(half, knowledge)])))

const isRight = ({ faults }: { faults: readonly string[] }) => faults.length === 0
const kinds = [...new Set([...checked.kept, ...checked.visible].map(({ check }) => check.kind))]
const passed = (half: 'kept' | 'visible', kind?: string): string => {
  const of = checked[half].filter(({ check }) => kind === undefined || check.kind === kind)
  return `${of.filter(isRight).length} of ${of.length}`
}
console.log('First sentences of answers that say what was asked, by kind of question')
console.table(
  Object.fromEntries(
    ['all', ...kinds].map((kind) => [
      kind,
      Object.fromEntries(halves.map((half) => [`${half} half`, kind === 'all' ? passed(half) : passed(half, kind)])),
    ]),
  ),
)

console.log('Found questions on one mesh that are answered by a line that answers them')
console.table(Object.fromEntries(halves.map((half) => [`${half} half`, linesTold(half, knowledge)])))

console.log('Answers to found singles, in lines of a terminal of 80 columns')
console.table(
  Object.fromEntries(
    halves.map((half) => {
      const lengths = answerLengths(half, knowledge)
      return [`${half} half`, { median: lengths[Math.floor(lengths.length / 2)], longest: lengths.at(-1) }]
    }),
  ),
)

console.log('Beside simpler ways, on all single questions')
const withTopic = singles.filter(({ expect }) => expect.topics.length > 0)
const topicShare = (topicOf: (text: string) => string | undefined) =>
  withTopic.filter(({ q, expect }) => [...expect.topics, ...expect.topics_ok].includes(topicOf(q) ?? '')).length /
  withTopic.length
const nlu = await nluIntents(singles)
const intentShare = (intentOf: (id: string) => string | undefined) =>
  singles.filter(({ id, expect }) => [expect.intent, ...expect.also_ok].some((ok) => ok === intentOf(id))).length /
  singles.length
const ours = new Map(read.map(({ id, got }) => [id, got]))
console.table({
  meshwise: {
    'topic first': percent(topicShare((text) => understand(text).got.topics[0])),
    intent: percent(intentShare((id) => ours.get(id)?.intent)),
  },
  ...Object.fromEntries(
    searchBaselines(knowledge).map(({ name, topicOf }) => [name, { 'topic first': percent(topicShare(topicOf)) }]),
  ),
  '@nlpjs, cross-validated on these': { intent: percent(intentShare((id) => nlu.get(id))) },
})

console.log('Intents: expected (rows) against understood')
const confusion: Record<string, Record<string, number>> = {}
for (const { expected, got } of [...read, ...turns]) {
  const counts = confusion[expected.intent] ?? {}
  confusion[expected.intent] = counts
  counts[got.intent] = (counts[got.intent] ?? 0) + 1
}
console.table(confusion)

if (options.wrong) {
  console.log('Misread, of the half that may be looked at')
  const visible = [
    ...read.filter((one) => !isKept(one)),
    ...turns.filter((one) => !threadIsKept(one)),
    ...readFoundSingles('visible', understand),
    ...readFoundTurns('visible', understand),
  ]
  for (const { id, q, expected, got } of visible) {
    if (judge(expected, got).all) continue
    console.log(`${id}  ${q.slice(0, 100)}`)
    console.log(`    understood  ${got.intent}  ${got.meshes.join(' ')}  ${got.topics.join(' ')}`)
    console.log(`    expected    ${expected.intent}  ${expected.meshes.join(' ')}  ${expected.topics.join(' ')}`)
  }
  console.log('Answered off the point, of the half that may be looked at')
  for (const { check, given, faults } of checked.visible) {
    if (faults.length === 0) continue
    console.log(`${check.id}  ${check.kind}  ${[...check.context, check.q].join(' / ').slice(0, 160)}`)
    console.log(`    answered    ${given.first}`)
    console.log(`    wrong       ${faults.join('; ')}`)
  }
}
