import type { Document } from '../../document.ts'
import type { Draft } from '../../draft.ts'
import { documentsOf } from '../../draft.ts'
import type { Path } from '../../path.ts'
import type { Problem } from '../../problem.ts'
import { cellsOf, type Rule, stringsIn } from '../rule.ts'

export const references: Rule = {
  name: 'references',
  description: 'every id that is referred to exists: sources, figures, modes, traits, topics, groups, meshes',
  check: (draft) =>
    [...idReferences(draft)].flatMap(({ document, path, id, known, what }) =>
      known.has(id) ? [] : [document.problem(path, `no ${what} with the id "${id}"`)],
    ) satisfies Problem[],
}

interface Reference {
  document: Document<object>
  path: Path
  id: string
  known: ReadonlySet<string>
  what: string
}

function* idReferences(draft: Draft): Generator<Reference> {
  const meshFiles = [...draft.meshes.values()]
  const topics = new Set(Object.keys(draft.topics.data.topics))
  const groups = new Set(Object.keys(draft.topics.data.groups))
  const traits = new Set(Object.keys(draft.traits.data.traits))
  const meshes = new Set(draft.meshes.keys())
  const sources = new Set([
    ...Object.keys(draft.sources.data.sources),
    ...Object.keys(draft.neighbours.data.sources),
    ...meshFiles.flatMap(({ data }) => Object.keys(data.sources)),
  ])
  const figures = new Set([
    ...Object.keys(draft.measurements.data.figures),
    ...meshFiles.flatMap(({ data }) => Object.keys(data.figures)),
  ])

  for (const document of documentsOf(draft)) {
    for (const { text: id, path } of stringsIn(document.data)) {
      if (isSourceReference(path)) yield { document, path, id, known: sources, what: 'source' }
    }
  }
  for (const { document, cell, path } of cellsOf(draft)) {
    for (const [index, id] of cell.figures.entries()) {
      yield { document, path: [...path, 'figures', index], id, known: figures, what: 'figure' }
    }
    const modes = new Set(Object.keys(document.data.modes))
    for (const id of Object.keys('modes' in cell ? cell.modes : {})) {
      yield { document, path: [...path, 'modes', id], id, known: modes, what: 'mode of this mesh' }
    }
  }
  for (const document of meshFiles) {
    const modes = new Set(Object.keys(document.data.modes))
    for (const [index, id] of document.data.traits.entries()) {
      yield { document, path: ['traits', index], id, known: traits, what: 'trait' }
    }
    for (const list of ['choose', 'avoid'] as const) {
      for (const [index, entry] of document.data[list].entries()) {
        for (const id of entry.topics)
          yield { document, path: [list, index, 'topics'], id, known: topics, what: 'topic' }
        if (entry.mode) {
          yield { document, path: [list, index, 'mode'], id: entry.mode, known: modes, what: 'mode of this mesh' }
        }
      }
    }
  }
  for (const [key, topic] of Object.entries(draft.topics.data.topics)) {
    yield { document: draft.topics, path: ['topics', key, 'group'], id: topic.group, known: groups, what: 'group' }
  }
  for (const [key, term] of Object.entries(draft.glossary.data.terms)) {
    const path = ['terms', key]
    if (term.topic) {
      yield { document: draft.glossary, path: [...path, 'topic'], id: term.topic, known: topics, what: 'topic' }
    }
    if (term.mesh)
      yield { document: draft.glossary, path: [...path, 'mesh'], id: term.mesh, known: meshes, what: 'mesh' }
  }
}

/** A source is named in a list `sources: [id]` or, by a figure, as `source: id`. */
export const isSourceReference = (path: Path): boolean =>
  path.at(-1) === 'source' || (path.at(-2) === 'sources' && typeof path.at(-1) === 'number')
