import type { Command, Kind } from '../commands/command.ts'
import type { InService } from '../service.ts'
import { inSentence } from '../wording.ts'

/** A question that can be asked, with the command that gives its answer. */
export interface Example {
  readonly question: string
  readonly command: Command
}

/** What most people come for: to compare, to choose, to estimate, to know. The manifest suggests the same. */
const wellChosen: readonly (readonly [question: string, kind: Kind])[] = [
  ['Compare Istio and Linkerd', 'compare'],
  ['Which mesh fits three people and 40 services?', 'recommend'],
  ['What would Istio cost on 500 pods and 20 nodes?', 'estimate'],
  ['Does Cilium support circuit breaking?', 'fact'],
]

/** Up to four questions to begin with, each of which the knowledge answers. */
export function exampleQuestions(service: InService): readonly Example[] {
  const chosen = answered(service, wellChosen)
  return chosen.length > 0 ? chosen : answered(service, questionsOn(service))
}

/** For a knowledge of other meshes. */
function questionsOn({ knowledge: { meshes, topics } }: InService): readonly (readonly [string, Kind])[] {
  const [first, second] = meshes
  const supported = topics.find(({ kind }) => kind === 'supported')
  return [
    ...(first && second ? [[`Compare ${first.name} and ${second.name}`, 'compare'] as const] : []),
    ...(first && supported ? [[`Does ${first.name} support ${inSentence(supported.title)}?`, 'fact'] as const] : []),
  ]
}

const answered = (
  { meshwise }: InService,
  questions: readonly (readonly [question: string, kind: Kind])[],
): readonly Example[] =>
  questions.flatMap(([question, kind]) => {
    const { command } = meshwise.read(question)
    return command.kind === kind ? [{ question, command }] : []
  })
