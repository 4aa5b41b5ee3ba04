import type { Answer } from '../answers/answer.ts'
import { answerBest } from '../answers/best.ts'
import { answerCompare, groupScope, overall, topicScope } from '../answers/compare.ts'
import { answerTerm, answerTopic } from '../answers/define.ts'
import { answerDiagram, answerOwnDiagram } from '../answers/diagram.ts'
import { answerEstimate } from '../answers/estimate.ts'
import { answerFact } from '../answers/fact.ts'
import { answerHelp } from '../answers/help.ts'
import { answerMigrate } from '../answers/migrate.ts'
import { answerNone } from '../answers/none.ts'
import { answerProfile } from '../answers/profile.ts'
import { answerSources } from '../answers/sources.ts'
import { answerTopics } from '../answers/topics.ts'
import { findMesh, findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import type { Command, CommandScope } from './command.ts'

/** Answers a command other than a question. */
export function answerCommand(knowledge: Knowledge, command: Exclude<Command, { kind: 'ask' | 'recommend' }>): Answer {
  const meshesOf = (ids: readonly string[]) => ids.flatMap((id) => findMesh(knowledge, id) ?? [])
  const topicsOf = (ids: readonly string[]) => ids.flatMap((id) => findTopic(knowledge, id) ?? [])

  switch (command.kind) {
    case 'help':
      return answerHelp(knowledge, command.unknown, command.nearest)
    case 'topics':
      return answerTopics(knowledge)
    case 'compare':
      return answerCompare(knowledge, meshesOf(command.meshes), scopeOf(knowledge, command.scope), command.modes)
    case 'fact':
      return answerFact(knowledge, meshesOf(command.meshes), topicsOf(command.topics))
    case 'incomplete':
      return {
        kind: 'clarify',
        understood: 'One thing is missing',
        headline: command.problem,
        suggestions: command.choices,
      }
    case 'show': {
      const mesh = findMesh(knowledge, command.mesh)
      return mesh ? answerProfile(knowledge, mesh) : answerNone(knowledge, [], [])
    }
    case 'sources': {
      const mesh = findMesh(knowledge, command.mesh)
      return mesh ? answerSources(knowledge, mesh, topicsOf(command.topics)) : answerNone(knowledge, [], [])
    }
    case 'best': {
      const topic = findTopic(knowledge, command.topic)
      const among = command.meshes.length > 1 ? meshesOf(command.meshes) : undefined
      return topic ? answerBest(knowledge, topic, command.order, among) : answerNone(knowledge, [], [])
    }
    case 'estimate':
      return answerEstimate(knowledge, command.size, command.assumptions, command.meshes)
    case 'diagram': {
      const diagrams = command.diagrams.flatMap((id) => knowledge.diagrams.find((one) => one.id === id) ?? [])
      return answerDiagram(knowledge, diagrams)
    }
    case 'own-diagram':
      return answerOwnDiagram(knowledge, command) ?? answerNone(knowledge, [], [])
    case 'define': {
      const term = knowledge.terms.find(({ id }) => id === command.term)
      const topic = findTopic(knowledge, command.term)
      return term ? answerTerm(knowledge, term) : topic ? answerTopic(knowledge, topic) : answerNone(knowledge, [], [])
    }
    case 'migrate': {
      const [from, to] = meshesOf(command.meshes)
      return to ? answerMigrate(knowledge, from, to) : answerMigrate(knowledge, undefined, from)
    }
  }
}

function scopeOf(knowledge: Knowledge, scope: CommandScope) {
  switch (scope.kind) {
    case 'overall':
      return overall(knowledge)
    case 'group':
      return groupScope(knowledge, scope.group) ?? overall(knowledge)
    case 'topics':
      return topicScope(scope.topics.flatMap((id) => findTopic(knowledge, id) ?? []))
  }
}
