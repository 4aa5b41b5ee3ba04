import type { ClusterSize } from '../estimator/cluster-size.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { ModeOfMesh } from '../knowledge/knowledge.ts'

/** What follows `/mesh`, or what a button stands for. Ids are those of the knowledge. */
export type Command =
  | { readonly kind: 'help'; readonly unknown?: string; readonly nearest?: string }
  | { readonly kind: 'topics' }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'show'; readonly mesh: string }
  | { readonly kind: 'sources'; readonly mesh: string; readonly topics: readonly string[] }
  | {
      readonly kind: 'compare'
      readonly meshes: readonly string[]
      readonly scope: CommandScope
      readonly modes: readonly ModeOfMesh[]
    }
  | { readonly kind: 'fact'; readonly meshes: readonly string[]; readonly topics: readonly string[] }
  | {
      readonly kind: 'best'
      readonly topic: string
      readonly order: 'best' | 'worst'
      readonly meshes: readonly string[]
    }
  | { readonly kind: 'define'; readonly term: string }
  | { readonly kind: 'migrate'; readonly meshes: readonly string[] }
  /** What is needed, as NAME=VALUE or in plain words; may be empty. */
  | { readonly kind: 'recommend'; readonly needs: string }
  | {
      readonly kind: 'estimate'
      readonly size: ClusterSize
      /** What was not said of the size, and so taken for granted. */
      readonly assumptions: readonly string[]
      /** None for all. */
      readonly meshes: readonly string[]
    }
  | { readonly kind: 'diagram'; readonly diagrams: readonly string[] }
  | {
      readonly kind: 'own-diagram'
      readonly design: DesignId
      readonly size: ClusterSize
      readonly vms: number
      readonly clusters: number
    }
  /** A command that can't be carried out as it stands: what is missing, and what to say instead. */
  | {
      readonly kind: 'incomplete'
      readonly problem: string
      readonly choices: readonly { label: string; command: string }[]
    }

/** What a comparison is on. */
export type CommandScope =
  | { readonly kind: 'overall' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'topics'; readonly topics: readonly string[] }

/** The commands by name, as help lists them. */
export const usages = {
  compare: { usage: 'compare A B [C D] [on TOPIC]', does: 'Compare two to four meshes, overall or on a topic or area' },
  ask: { usage: 'ask QUESTION', does: 'Answer a question in plain words' },
  recommend: { usage: 'recommend [NEEDS]', does: 'Find the mesh that fits you, by a few questions' },
  show: { usage: 'show MESH', does: 'Show one mesh: what it is, when to choose it, what changed' },
  estimate: {
    usage: 'estimate pods=500 nodes=20 [rps=2000] [hops=4] [l7]',
    does: 'Estimate memory, CPU, latency and money for a cluster; alone, asks for the size',
  },
  diagram: {
    usage: 'diagram MESH [MODE] or A B or mine MESH pods=500 nodes=20',
    does: 'Draw how a request gets through a mesh, two of them, or what would run in your cluster',
  },
  sources: { usage: 'sources MESH [TOPIC]', does: 'List the sources behind the facts' },
  topics: { usage: 'topics', does: 'List everything that can be asked about' },
  corrections: { usage: 'corrections MESH TOPIC', does: 'Say what is wrong with a fact' },
  status: { usage: 'status', does: 'Show how old the knowledge is, and whether its last reload worked' },
  help: { usage: 'help', does: 'Show this help' },
} as const

/** Commands that only buttons use: they have no place in help, but can be typed all the same. */
const buttonCommands = ['fact', 'best', 'worst', 'define', 'migrate'] as const

export const commandNames: readonly string[] = [...Object.keys(usages), ...buttonCommands]
