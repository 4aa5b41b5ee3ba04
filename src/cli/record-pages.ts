import type { KnowledgeChange } from '../knowledge/diff.ts'
import { bold, type Page } from '../pages/page.ts'
import type { Correction } from '../storage/storage.ts'
import { showDate } from '../wording.ts'

/** What changed in the knowledge since a revision. */
export const diffPage = (changes: readonly KnowledgeChange[], revision: string): Page => ({
  understood: `Changes since ${revision}`,
  lead: [
    bold(
      changes.length === 0 ? 'Nothing changed.' : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}.`,
    ),
  ],
  parts:
    changes.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: changes.map(({ mesh, topic, text }) => [
              [mesh, topic].filter((part) => part !== undefined).join(' · ') + (mesh ? ': ' : '') + text,
            ]),
          },
        ],
  choices: [],
  command: `knowledge diff ${revision}`,
})

/** What users say is wrong. */
export const correctionsPage = (corrections: readonly Correction[]): Page => ({
  understood: 'Corrections',
  lead: [
    bold(
      corrections.length === 0
        ? 'Nobody has sent a correction.'
        : `${corrections.length} ${corrections.length === 1 ? 'correction' : 'corrections'}, the newest first.`,
    ),
  ],
  parts:
    corrections.length === 0
      ? []
      : [
          {
            kind: 'table',
            header: ['Sent', 'Mesh', 'Topic', 'What is wrong', 'Source'],
            rows: corrections.map(({ createdAt, mesh, topic, text, sourceUrl }) => [
              [showDate(createdAt.slice(0, 10))],
              [mesh],
              [topic],
              [text],
              [sourceUrl ?? '–'],
            ]),
          },
        ],
  choices: [],
  command: 'knowledge corrections',
})
