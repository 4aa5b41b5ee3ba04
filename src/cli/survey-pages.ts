import { supportWords } from '../facts/brief.ts'
import { supportLevel } from '../knowledge/schema.ts'
import { bold, type Page } from '../pages/page.ts'
import { showDate } from '../wording.ts'
import type { KnowledgeStats, StaleFact } from './survey.ts'

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

/** What is due to be checked again. */
export const stalePage = (facts: readonly StaleFact[], days: number): Page => ({
  understood: 'Stale facts',
  lead: [
    bold(
      facts.length === 0
        ? `Every fact was checked in the last ${days} ${days === 1 ? 'day' : 'days'}.`
        : `${facts.length} ${facts.length === 1 ? 'fact was' : 'facts were'} last checked ${days} ${days === 1 ? 'day' : 'days'} ago or earlier.`,
    ),
  ],
  parts:
    facts.length === 0
      ? []
      : [
          {
            kind: 'table',
            header: ['Mesh', 'Topic', 'Checked', 'Days ago'],
            rows: facts.map((fact) => [[fact.mesh], [fact.topic], [showDate(fact.checked)], [String(fact.days)]]),
          },
        ],
  choices: [],
  command: `knowledge stale --days ${days}`,
})

/** The knowledge in numbers. */
export function statsPage({ meshes, topics, terms, neighbours, figures, sources }: KnowledgeStats): Page {
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
      {
        kind: 'table',
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
