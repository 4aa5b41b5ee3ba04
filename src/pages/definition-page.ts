import type { DefinitionAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import { standingCell } from './fact-details.ts'
import { bold, type Laid, type Paragraph, type Part } from './page.ts'

/** What a term means, and how the meshes stand on what it is about. */
export function definitionPage(answer: DefinitionAnswer): Laid {
  const { term, meaning, why, aliases } = answer
  return {
    understood: answer.understood,
    lead: [bold(`${term}: `), meaning],
    parts: [
      ...labelled('Why it matters: ', why),
      ...labelled('Also called: ', aliases.length > 0 ? aliases.join(', ') : undefined),
      ...standings(answer),
      { kind: 'sources', sources: answer.sources, checked: answer.checked },
    ],
    choices: choiceRows(answer.suggestions),
  }
}

const labelled = (label: string, text: string | undefined): Paragraph[] =>
  text ? [{ kind: 'paragraph', text: [bold(label), text] }] : []

function standings({ facts }: DefinitionAnswer): Part[] {
  const [first] = facts
  if (!first) return []
  return [
    {
      kind: 'table',
      header: ['Mesh', first.topic.name],
      rows: facts.map((fact) => [[bold(fact.mesh.name)], standingCell(fact)]),
    },
  ]
}
