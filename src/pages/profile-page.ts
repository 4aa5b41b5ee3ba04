import type { ProfileAnswer, Reason } from '../answers/answer.ts'
import { drawDiagrams, sourcesOn } from '../commands/make.ts'
import { firstSentence, showDate } from '../wording.ts'
import { ask, choiceRows } from './choices.ts'
import { asList, foldOf, standingCell } from './fact-details.ts'
import { bold, type Laid, type Part, type Prose } from './page.ts'

/** One mesh as a whole. */
export function profilePage(answer: ProfileAnswer): Laid {
  const { mesh } = answer
  return {
    understood: answer.understood,
    lead: [answer.headline],
    parts: [
      ...reasons('Choose it when', answer.choose, 2),
      ...reasons('Think twice when', answer.avoid, 2),
      { kind: 'sources', sources: answer.sources, checked: answer.checked },
    ],
    folds: [
      ...foldOf('At a glance', asList(undefined, glance(answer))),
      ...foldOf('Modes, and how it is built', [...modes(answer), ...architecture(answer)]),
      ...foldOf('What changed, and what is coming', [
        ...asList(
          'Changed',
          answer.changes.map(({ date, what }) => [bold(`${showDate(date)}: `), what]),
        ),
        ...asList(
          'Coming',
          answer.upcoming.map(({ when, what }) => [bold(`${when}: `), what]),
        ),
      ]),
    ],
    choices: choiceRows(answer.suggestions, [
      ...(answer.drawn ? [ask('Draw it', drawDiagrams(answer.drawn))] : []),
      ask('Sources', sourcesOn(mesh.id)),
    ]),
  }
}

const reasons = (heading: string, entries: readonly Reason[], cap: number): Part[] =>
  asList(
    heading,
    entries.map(({ when }) => [when]),
    { cap },
  )

function glance({ release, licence, governance, homepage }: ProfileAnswer): Prose[] {
  const note = release.note ? `. ${firstSentence(release.note)}` : ''
  return [
    [bold('Latest release: '), `${release.version}, ${showDate(release.date)}${note}`],
    [bold('Licence: '), licence],
    [bold('Governance: '), governance],
    [bold('Home: '), { text: homepage, url: homepage }],
  ]
}

const modes = ({ modes }: ProfileAnswer): Part[] =>
  modes.length < 2
    ? []
    : asList(
        'Modes',
        modes.map(({ name, statement, maturity }) => [
          bold(maturity === 'stable' || name.includes(maturity) ? `${name}: ` : `${name} (${maturity}): `),
          statement,
        ]),
      )

const architecture = ({ architecture }: ProfileAnswer): Part[] =>
  architecture.length === 0
    ? []
    : [
        {
          kind: 'table',
          heading: 'How it is built',
          header: ['Topic', 'In brief'],
          rows: architecture.map((fact) => [[bold(fact.topic.name)], standingCell(fact)]),
        },
      ]
