import type { ProfileAnswer, Reason } from '../answers/answer.ts'
import { drawDiagrams, sourcesOn } from '../commands/make.ts'
import { firstSentence, showDate } from '../wording.ts'
import { ask, choiceRows } from './choices.ts'
import { asList, standingCell } from './fact-details.ts'
import { bold, type Laid, type Part, type Prose } from './page.ts'

/** One mesh as a whole. */
export function profilePage(answer: ProfileAnswer): Laid {
  const { mesh } = answer
  return {
    understood: answer.understood,
    lead: [answer.headline],
    parts: [
      ...reasons('Choose it when', answer.choose),
      ...reasons('Think twice when', answer.avoid),
      ...asList('At a glance', glance(answer)),
      ...modes(answer),
      ...architecture(answer),
      ...asList(
        'What changed',
        answer.changes.map(({ date, what }) => [bold(`${showDate(date)}: `), what]),
        { cap: 3, more: 'The release notes have them.' },
      ),
      ...asList(
        'What is coming',
        answer.upcoming.map(({ when, what }) => [bold(`${when}: `), what]),
        { cap: 3 },
      ),
      {
        kind: 'sources',
        sources: answer.sources,
        checked: answer.checked,
        cap: 4,
        rest: `sources ${mesh.id}`,
      },
    ],
    choices: choiceRows(answer.suggestions, [
      ...(answer.drawn ? [ask('Draw it', drawDiagrams(answer.drawn))] : []),
      ask('Sources', sourcesOn(mesh.id)),
    ]),
  }
}

const reasons = (heading: string, entries: readonly Reason[]): Part[] =>
  asList(
    heading,
    entries.map(({ when }) => [when]),
    { cap: 4 },
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
