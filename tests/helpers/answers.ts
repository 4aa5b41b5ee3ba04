import type { Answer } from '../../src/answers/answer.ts'
import { spell } from '../../src/commands/table.ts'
import { smallKnowledge } from './knowledge.ts'
import { commandsOf } from './run-command.ts'

export interface Example {
  readonly answer: Answer
  /** The command that gives it. */
  readonly command: string
}

const { run, answer } = commandsOf(smallKnowledge)
const [term] = smallKnowledge.terms

const example = (answer: Answer): Example => ({ answer, command: spell(answer.command) })

/** One answer of every kind, and of every shape that a kind has, from the small knowledge. */
export const examples = {
  'fact-supported': example(run('fact istio on circuit-breaking')),
  'fact-measured': example(run('fact istio on memory-overhead')),
  'fact-house': example(run('fact linkerd on memory-overhead')),
  'fact-ranked': example(run('fact cilium on installation')),
  'fact-all-meshes': example(run('fact all on circuit-breaking')),
  'fact-two-topics': example(run('fact istio on circuit-breaking installation')),
  'compare-overall': example(run('compare all')),
  'compare-area': example(run('compare istio linkerd on traffic')),
  'compare-topic': example(run('compare istio cilium on memory-overhead')),
  'best-measured': example(run('best all on memory-overhead')),
  'best-ranked': example(run('worst all on installation')),
  'best-unranked': example(run('best all on data-plane')),
  profile: example(run('show istio')),
  'define-term': example(run(`define ${term?.id}`)),
  'define-topic': example(run('define circuit-breaking')),
  migrate: example(run('migrate istio cilium')),
  'migrate-open': example(run('migrate')),
  'not-covered': example(run('not-covered istio on circuit-breaking')),
  clarify: example(run('compare istio')),
  sources: example(run('sources istio')),
  'sources-topic': example(run('sources istio circuit-breaking')),
  topics: example(run('topics')),
  help: example(run('help')),
  status: example(run('status')),
  corrections: example(run('corrections istio circuit-breaking')),
  quiet: example(run('quiet')),
  doubtful: example(
    answer({
      kind: 'fact',
      meshes: ['istio'],
      modes: [],
      topics: ['circuit-breaking'],
      doubt: { perhaps: ['installation'] },
    }),
  ),
} as const satisfies Record<string, Example>
