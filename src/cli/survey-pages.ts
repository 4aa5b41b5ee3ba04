import { supportWords } from '../facts/brief.ts'
import { supportLevel } from '../knowledge/schema.ts'
import { bold, type Page, type Prose } from '../pages/page.ts'
import { listed, several, showDate } from '../wording.ts'
import type { CellStats, KnowledgeStats } from './survey.ts'

type Counted = 'meshes' | 'topics' | 'sources' | 'missing'

/** That the knowledge is sound; `missing` is how many cells nobody has looked for yet. */
export const checkedPage = ({ meshes, topics, sources, missing }: Readonly<Record<Counted, number>>): Page => ({
  understood: 'Knowledge check',
  lead: [bold(`${meshes} meshes × ${topics} topics from ${sources} sources: all well.`)],
  parts:
    missing > 0
      ? [
          {
            kind: 'note',
            text: [
              `Nobody has looked yet for ${missing} of the ${meshes * topics} cells: with --complete each of them is a problem.`,
            ],
          },
        ]
      : [],
  choices: [],
  command: 'knowledge check',
})

/** The knowledge in numbers. */
export function statsPage({ all, meshes, topics, terms, neighbours, figures, sources }: KnowledgeStats): Page {
  const row = (name: string, count: (mesh: KnowledgeStats['meshes'][number]) => number | string) => [
    [name],
    ...meshes.map((mesh) => [String(count(mesh))]),
  ]
  return {
    understood: 'Knowledge in numbers',
    lead: [
      bold(
        `${meshes.length} meshes, ${topics} topics, ${terms} terms, ${neighbours} neighbours, ${figures} published figures, ${sources} sources.`,
      ),
    ],
    parts: [
      { kind: 'list', heading: 'All cells', items: sayCells(all) },
      {
        kind: 'table',
        heading: 'By mesh',
        header: ['', ...meshes.map(({ mesh }) => mesh)],
        rows: [
          row('Facts', ({ facts }) => facts),
          ...supportLevel.options.map((level) => row(supportWords[level], ({ support }) => support[level])),
          row('Correct the article', ({ correctsArticle }) => correctsArticle),
          row('Sources disagree', ({ disagreements }) => disagreements),
          row('Not confirmed in part', ({ unverified }) => unverified),
          row('Sources', ({ sources }) => sources),
          row('of vendors', ({ vendorSources }) => vendorSources),
          row('Pages that tell how', ({ guides }) => guides),
          row('Checked since', ({ oldest }) => (oldest ? showDate(oldest) : '–')),
        ],
      },
    ],
    choices: [],
    command: 'knowledge stats',
  }
}

const sayCells = ({
  cells,
  modeCells,
  severalSources,
  severalSourcesShare,
  support,
  oldest,
  median,
}: CellStats): Prose[] => [
  [bold(`${several(cells, 'cell')}`), `, and ${several(modeCells, 'cell')} of modes.`],
  [`${severalSources} rest on two sources or more: ${Math.round(severalSourcesShare * 100)} %.`],
  [listed(supportLevel.options.map((level) => `${support[level]} ${level}`)), '; the others need no level.'],
  ...(oldest && median
    ? [
        [
          `Checked ${several(median.days, 'day')} ago in the median (${showDate(median.checked)}), the oldest ${several(oldest.days, 'day')} ago (${showDate(oldest.checked)}).`,
        ],
      ]
    : []),
]
