import type { Answer, ComparisonRow } from '../answers/answer.ts'
import { assertNever } from '../assert-never.ts'
import type { Fact } from '../facts/fact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reply } from '../meshwise.ts'
import { estimateJson } from './estimate-json.ts'
import { factJson } from './fact-json.ts'
import { recommendationJson } from './recommendation-json.ts'

/** The answer to a question, with how it was understood. `text` is the whole answer in plain text. */
export function askJson(question: string, { answer, question: reading }: Reply, text: string, explain: boolean) {
  return {
    question,
    intent: reading?.intent ?? 'none',
    meshes: reading?.meshes ?? [],
    topics: reading?.topics ?? [],
    confidence: reading?.confidence ?? 0,
    answered: answer.kind !== 'none' && answer.kind !== 'clarify',
    text,
    facts: factsOf(answer).map(factJson),
    suggestions: answer.suggestions,
    ...(explain && reading ? { explanation: reading } : {}),
  }
}

/** The answer to a command: what every kind has, then what only its kind has. */
export const commandJson = ({ answer, command }: Reply, text: string, knowledge: Knowledge) => ({
  kind: answer.kind,
  command,
  ...details(answer, knowledge),
  text,
  suggestions: answer.suggestions,
})

function details(answer: Answer, knowledge: Knowledge): object {
  switch (answer.kind) {
    case 'compare': {
      const { meshes, scope, deciding, rows } = answer
      return { meshes: meshes.map(({ id }) => id), scope: scope.command, deciding, rows: rows.map(rowJson) }
    }
    case 'profile': {
      const { mesh, summary, homepage, licence, governance, release, modes, choose, avoid, changes, upcoming } = answer
      const facts = answer.architecture.map(factJson)
      return {
        mesh: mesh.id,
        summary,
        homepage,
        licence,
        governance,
        release,
        modes,
        choose,
        avoid,
        changes,
        upcoming,
        facts,
      }
    }
    case 'best': {
      const places = answer.places.map(({ place, standing, fact }) => ({ place, standing, ...factJson(fact) }))
      return { topic: answer.topic.id, order: answer.order, basis: answer.basis, places }
    }
    case 'define':
      return { term: answer.term, meaning: answer.meaning, aliases: answer.aliases, facts: answer.facts.map(factJson) }
    case 'migrate': {
      const { from, to, considerations, notes, losses } = answer
      return { from: from?.id, to: to?.id, losses: losses.map(rowJson), notes, considerations }
    }
    case 'fact':
      return { facts: answer.facts.map(factJson) }
    case 'sources':
      return { entries: answer.entries }
    case 'topics':
      return { groups: answer.groups.map(({ group }) => ({ group, topics: topicsIn(group.id, knowledge) })) }
    case 'help':
      return { commands: answer.commands }
    case 'recommend':
      return recommendationJson(answer)
    case 'estimate':
      return estimateJson(answer)
    case 'diagram':
      return { scenes: answer.scenes, sources: answer.sources.map(({ title, url }) => ({ title, url })) }
    case 'none':
    case 'clarify':
      return {}
    default:
      return assertNever(answer)
  }
}

/** The topics of an area with their ids, by which commands and requirements name them. */
const topicsIn = (group: string, { topics }: Knowledge) =>
  topics.filter((topic) => topic.group === group).map(({ id, title, meaning }) => ({ id, name: title, meaning }))

const rowJson = ({ topic, differs, facts }: ComparisonRow) => ({ topic: topic.id, differs, facts: facts.map(factJson) })

/** Every fact that an answer shows. */
function factsOf(answer: Answer): readonly Fact[] {
  switch (answer.kind) {
    case 'fact':
    case 'define':
      return answer.facts
    case 'compare':
      return answer.rows.flatMap(({ facts }) => facts)
    case 'best':
      return answer.places.map(({ fact }) => fact)
    case 'profile':
      return answer.architecture
    case 'migrate':
      return [...answer.losses.flatMap(({ facts }) => facts), ...answer.facts]
    case 'recommend':
      return answer.recommendation.ranked[0]?.contributions.flatMap(({ facts }) => facts) ?? []
    case 'estimate':
    case 'diagram':
    case 'none':
    case 'clarify':
    case 'sources':
    case 'topics':
    case 'help':
      return []
    default:
      return assertNever(answer)
  }
}
