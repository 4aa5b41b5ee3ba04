import type { Basis } from '../advisor/basis.ts'
import { offeredConstraints } from '../advisor/constraint.ts'
import { flawPoints, levelPoints } from '../facts/levels.ts'
import { bold, type Page, type Prose } from '../pages/page.ts'
import { listed } from '../wording.ts'

/** The model with its weights and scales, for `--explain-model`. */
export function modelPage(basis: Basis): Page {
  const { scales, weights, priorities, thresholds } = basis.rules
  const points = (entries: object): string =>
    Object.entries(entries)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  return {
    understood: 'How a recommendation is made',
    lead: [
      'A must that a mesh lacks rules it out. The rest are ranked by a weighted sum: for each criterion its share of all weights, times how the mesh does on it, 0 to 1.',
    ],
    parts: [
      {
        kind: 'table',
        heading: 'Priorities',
        header: ['Priority', 'Made of, with shares', 'What it means'],
        rows: Object.entries(priorities).map(([id, { topics, traits, openness, meaning }]): Prose[] => [
          [bold(id)],
          [points({ ...topics, ...traits, ...(openness ? { 'open source licence': openness } : {}) })],
          [meaning],
        ]),
      },
      {
        kind: 'list',
        heading: 'Weights',
        items: [
          [bold('A priority of 0 to 5: '), weights.priority.join(', ')],
          [bold('A priority that was not answered: '), String(weights.unanswered)],
          [bold('A must, a should, a skill: '), `${weights.must}, ${weights.should}, ${weights.skill}`],
          ...basis.rules.boosts.map(
            ({ priority, weight, because }): Prose => [bold(`+${weight} on ${priority}: `), because],
          ),
          ...basis.rules.fits.map(
            ({ mesh, weight, because }): Prose => [bold(`${weight} for ${mesh} as what you run: `), because],
          ),
        ],
      },
      {
        kind: 'list',
        heading: 'Scales',
        items: [
          [bold('Grades of support, as in rankings: '), points(levelPoints)],
          [bold('Less, for maturity or where only a paid edition has it: '), points(flawPoints)],
          [bold('Support: '), `${scales.yes} for the grade of a yes, in proportion for lower grades`],
          [
            bold('Each sourced reason to choose or avoid: '),
            `+${scales.reason} or -${scales.reason}, but never past a better or worse grade`,
          ],
          [bold('Places: '), `1 for the first, ${scales.placeStep} less for each next`],
          [
            bold('Of a priority made of several topics: '),
            `the mean of their scores, as 0 at ${scales.mean.none} and 1 at ${scales.mean.full}`,
          ],
          ...Object.entries(scales.measured).map(
            ([id, { full, none }]): Prose => [bold(`${id}: `), `1 up to ${full}, 0 from ${none}, logarithmic between`],
          ),
          [bold('Unknown: '), 'worth nothing; it lowers the confidence'],
          [bold('Level with the first: '), `less than ${thresholds.tie} behind`],
        ],
      },
      { kind: 'note', text: [`Musts and shoulds can be: ${listed(offeredConstraints(basis))}.`] },
    ],
    choices: [],
    command: 'recommend --explain-model',
  }
}
