import { toWords } from '../advisor/words.ts'
import type { Answer } from '../answers/answer.ts'
import { estimateCommand } from '../answers/estimate.ts'

/** The command that gives an answer again, wherever it is pressed or typed. */
export function commandOf(answer: Answer): string {
  switch (answer.kind) {
    case 'fact': {
      const meshes = new Set(answer.facts.map(({ mesh }) => mesh.id))
      const topics = new Set(answer.facts.map(({ topic }) => topic.id))
      return `fact ${[...meshes].join(' ')} on ${[...topics].join(' ')}`
    }
    case 'compare': {
      const on = answer.scope.command === 'all' ? '' : ` on ${answer.scope.command}`
      return `compare ${answer.command}${on}`
    }
    case 'best': {
      const among = answer.places.map(({ fact }) => fact.mesh.id).sort()
      return `${answer.order} ${among.join(' ')} on ${answer.topic.id}`
    }
    case 'profile':
      return `show ${answer.mesh.id}`
    case 'define':
      return `define ${answer.id}`
    case 'migrate':
      return `migrate ${[answer.from?.id, answer.to?.id].filter((id) => id !== undefined).join(' ')}`.trim()
    case 'sources':
      return `sources ${answer.mesh.id} ${answer.entries.length === 1 ? answer.entries[0]?.topic.id : ''}`.trim()
    case 'recommend':
      return `recommend ${toWords(answer.recommendation.requirements)}`.trim()
    case 'estimate':
      return estimateCommand(answer.size, answer.meshes)
    case 'diagram':
      return answer.command
    case 'topics':
      return 'topics'
    case 'none':
    case 'clarify':
    case 'help':
      return 'help'
  }
}
