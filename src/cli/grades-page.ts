import { supportWords } from '../facts/brief.ts'
import { levelRules, whatLevelsGrade, whereTwoLevelsFit } from '../knowledge/levels.ts'
import { bold, code, type Page, type Part, type Prose } from '../pages/page.ts'
import { ordinal, showRange } from '../wording.ts'
import type { Grade, TopicGrades } from './grades.ts'

/** The meshes on a topic side by side, with the rule by which they are graded. */
export const gradesPage = ({ topic, grades, sameWords }: TopicGrades): Page => ({
  understood: `Grades: ${topic.title}`,
  lead: [bold(topic.meaning)],
  parts: [
    sideBySide(grades),
    {
      kind: 'list',
      heading: 'Same words, different levels',
      items:
        sameWords.length === 0
          ? [['None.']]
          : sameWords.map(({ addresses: [a, b], levels, words }) => [
              code(a),
              ` is ${levels[0]}, `,
              code(b),
              ` is ${levels[1]}, and both say ${words.map((said) => `“${said}”`).join(', ')}.`,
            ]),
    },
    {
      kind: 'table',
      heading: 'The rule of levels',
      header: ['Level', 'Given when', 'Example', 'Reads'],
      rows: levelRules.map(({ level, given, example }) => [[level], [given], [example ?? '–'], [supportWords[level]]]),
    },
    { kind: 'note', text: [whatLevelsGrade] },
    { kind: 'note', text: [whereTwoLevelsFit] },
  ],
  choices: [],
  command: `knowledge grades ${topic.id}`,
})

function sideBySide(grades: readonly Grade[]): Part {
  const wholes = grades.filter(({ mode }) => mode === undefined)
  const row = (name: string, say: (grade: Grade) => string | undefined): Prose[][] =>
    wholes.some((grade) => say(grade)) ? [[[name], ...wholes.map((grade) => [say(grade) ?? '–'])]] : []
  const modesOf = (grade: Grade) => grades.filter(({ mesh, mode }) => mesh === grade.mesh && mode !== undefined)
  return {
    kind: 'table',
    header: ['', ...wholes.map(({ mesh }) => mesh)],
    rows: [
      ...row('Level', ({ support }) => support),
      ...row('Reason', ({ reason }) => reason),
      ...row('Maturity', ({ maturity }) => maturity),
      ...row('Edition', ({ edition }) => edition),
      ...row('Default', (grade) => grade.default),
      ...row('In brief', ({ brief }) => brief),
      ...row('Value', ({ value }) => value && `${showRange(value.low, value.high, value.unit)} per ${value.per}`),
      ...row('Place', ({ rank }) => rank && `${ordinal(rank.place)}: ${rank.reason}`),
      ...row('Statement', ({ statement }) => statement),
      ...row('Modes', (grade) => modesOf(grade).map(sayMode).join(' ') || undefined),
    ],
  }
}

const sayMode = ({ mode, support, maturity, edition, reason, statement }: Grade): string =>
  `${mode}: ${[support, maturity, edition].filter(Boolean).join(', ') || 'no level'}. ${reason ?? statement}`
