import type { Answer } from '../../src/answers/answer.ts'
import { answerBest } from '../../src/answers/best.ts'
import { answerCompare, groupScope, overall, topicScope } from '../../src/answers/compare.ts'
import { answerTerm, answerTopic } from '../../src/answers/define.ts'
import { answerFact } from '../../src/answers/fact.ts'
import { answerMigrate } from '../../src/answers/migrate.ts'
import { answerNone } from '../../src/answers/none.ts'
import { answerProfile } from '../../src/answers/profile.ts'
import { answerSources } from '../../src/answers/sources.ts'
import { answerTopics } from '../../src/answers/topics.ts'
import { findMesh, findTopic, type Mesh, type Topic } from '../../src/knowledge/knowledge.ts'
import { smallKnowledge as knowledge } from './knowledge.ts'

export interface Example {
  readonly answer: Answer
  /** The command that gives it. */
  readonly command: string
}

const mesh = (id: string): Mesh => found(findMesh(knowledge, id), id)
const topic = (id: string): Topic => found(findTopic(knowledge, id), id)

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`the small knowledge has no ${id}`)
  return value
}

const scope = found(groupScope(knowledge, 'traffic'), 'traffic')
const [term] = knowledge.terms

/** One answer of every kind, and of every shape that a kind has, from the small knowledge. */
export const examples = {
  'fact-supported': {
    answer: answerFact(knowledge, [mesh('istio')], [topic('circuit-breaking')]),
    command: 'fact istio on circuit-breaking',
  },
  'fact-measured': {
    answer: answerFact(knowledge, [mesh('istio')], [topic('memory-overhead')]),
    command: 'fact istio on memory-overhead',
  },
  'fact-house': {
    answer: answerFact(knowledge, [mesh('linkerd')], [topic('memory-overhead')]),
    command: 'fact linkerd on memory-overhead',
  },
  'fact-ranked': {
    answer: answerFact(knowledge, [mesh('cilium')], [topic('installation')]),
    command: 'fact cilium on installation',
  },
  'fact-all-meshes': {
    answer: answerFact(knowledge, [], [topic('circuit-breaking')]),
    command: 'fact all on circuit-breaking',
  },
  'fact-two-topics': {
    answer: answerFact(knowledge, [mesh('istio')], [topic('circuit-breaking'), topic('installation')]),
    command: 'fact istio on circuit-breaking installation',
  },
  'compare-overall': { answer: answerCompare(knowledge, knowledge.meshes, overall(knowledge)), command: 'compare all' },
  'compare-area': {
    answer: answerCompare(knowledge, [mesh('istio'), mesh('linkerd')], scope),
    command: 'compare istio linkerd on traffic',
  },
  'compare-topic': {
    answer: answerCompare(knowledge, [mesh('istio'), mesh('cilium')], topicScope([topic('memory-overhead')])),
    command: 'compare istio cilium on memory-overhead',
  },
  'best-measured': { answer: answerBest(knowledge, topic('memory-overhead'), 'best'), command: 'best memory-overhead' },
  'best-ranked': { answer: answerBest(knowledge, topic('installation'), 'worst'), command: 'worst installation' },
  'best-unranked': { answer: answerBest(knowledge, topic('data-plane'), 'best'), command: 'best data-plane' },
  profile: { answer: answerProfile(knowledge, mesh('istio')), command: 'show istio' },
  'define-term': { answer: answerTerm(knowledge, found(term, 'term')), command: 'define sidecar' },
  'define-topic': { answer: answerTopic(knowledge, topic('circuit-breaking')), command: 'define circuit-breaking' },
  migrate: { answer: answerMigrate(knowledge, mesh('istio'), mesh('cilium')), command: 'migrate istio cilium' },
  'migrate-open': { answer: answerMigrate(knowledge, undefined, undefined), command: 'migrate' },
  'not-covered': { answer: answerNone(knowledge, ['istio'], ['circuit-breaking']), command: 'ask what is love' },
  clarify: {
    answer: {
      kind: 'clarify',
      understood: 'Compare',
      headline: 'Compare Istio with which mesh?',
      suggestions: [{ label: 'Linkerd', command: 'compare istio linkerd' }],
    },
    command: 'compare istio',
  },
  sources: { answer: answerSources(knowledge, mesh('istio'), []), command: 'sources istio' },
  'sources-topic': {
    answer: answerSources(knowledge, mesh('istio'), [topic('circuit-breaking')]),
    command: 'sources istio circuit-breaking',
  },
  topics: { answer: answerTopics(knowledge), command: 'topics' },
  help: {
    answer: {
      kind: 'help',
      understood: 'Help',
      headline: 'Ask in plain words, or use a command.',
      commands: [{ usage: '/mesh compare A B', does: 'Compare two meshes' }],
      suggestions: [{ label: 'All topics', command: 'topics' }],
    },
    command: 'help',
  },
} as const satisfies Record<string, Example>
