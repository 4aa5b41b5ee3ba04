/**
 * Holds the advisor against decisions that teams made in public: `npm run bench:decisions`. `-- --table` prints those that
 * may be looked at as a table in Markdown, as docs/advisor.md has it; `-- --wrong` lists what was misread of descriptions.
 */
import { parseArgs } from 'node:util'
import { knownOf } from '../src/answers/known.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { type Described, judgeDescription, readDescriptions } from '../tests/advisor/descriptions.ts'
import { type Judged, judgeDecision, readDecisions } from '../tests/advisor/public-decisions.ts'
import { ownUnderstanding } from '../tests/questions/own-understanding.ts'

const { values: options } = parseArgs({
  options: { table: { type: 'boolean', default: false }, wrong: { type: 'boolean', default: false } },
})
const { knowledge } = ownUnderstanding()
const { basis } = knownOf(knowledge)
if (!basis) throw new Error('the knowledge has no criteria')
const meshwise = createMeshwise(knowledge)
const judged = readDecisions().map((decision) => judgeDecision(decision, basis, meshwise))

const middle = (values: readonly number[]): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(2)

function row(some: readonly Judged[]) {
  const [agreed, missed] = [true, false].map((is) => some.filter(({ agrees }) => agrees.file === is))
  const against = some.filter(({ decision }) => decision.expected.includes('no-mesh'))
  return {
    decisions: some.length,
    'by file': agreed?.length,
    'by words': some.filter(({ agrees }) => agrees.words).length,
    'no mesh, by file': `${against.filter(({ agrees }) => agrees.file).length} of ${against.length}`,
    'confidence where agreed': middle((agreed ?? []).map(({ confidence }) => confidence)),
    'where missed': middle((missed ?? []).map(({ confidence }) => confidence)),
  }
}

const readOf = (some: readonly Described[]) => ({
  descriptions: some.length,
  'taken for a wish for advice': some.filter(({ isAdvised }) => isAdvised).length,
  'needs told': some.reduce((total, { of }) => total + of, 0),
  'read right': some.reduce((total, { right }) => total + right, 0),
})

if (options.table) {
  console.log(
    '| Team | Date | Chose | By its needs | Confidence | By its words |\n| --- | --- | --- | --- | --- | --- |',
  )
  for (const { decision, byFile, byWords, confidence, agrees } of judged.filter((one) => !one.decision.kept)) {
    const mark = agrees.file ? '' : decision.changedSince ? ' (argued)' : ' (missed)'
    console.log(
      `| ${decision.team} | ${decision.date} | ${decision.expected.join(' or ')} | ${byFile}${mark} | ${confidence.toFixed(2)} | ${byWords} |`,
    )
  }
} else {
  console.table({
    'visible half': row(judged.filter(({ decision }) => !decision.kept)),
    'kept half': row(judged.filter(({ decision }) => decision.kept)),
  })
  const described = readDescriptions().map((description) => judgeDescription(description, meshwise))
  console.log('Descriptions of teams, and what is read of their needs')
  console.table({
    'visible half': readOf(described.filter(({ kept }) => !kept)),
    'kept half': readOf(described.filter(({ kept }) => kept)),
  })
  for (const { id, faults } of described.filter(({ kept }) => !kept && options.wrong))
    if (faults.length > 0) console.log(`${id}  ${faults.join('; ')}`)
}
