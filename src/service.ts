import type { Knowledge } from './knowledge/knowledge.ts'
import type { Loaded } from './knowledge/parse.ts'
import type { Problem } from './knowledge/problem.ts'
import type { Meshwise } from './meshwise.ts'

/** The knowledge in service, and what answers from it. */
export interface InService {
  readonly knowledge: Knowledge
  readonly meshwise: Meshwise
  readonly loadedAt: Date
}

/** The knowledge as it is at each moment: take `current` anew for every request, since a reload replaces it whole. */
export interface KnowledgeHolder {
  readonly current: InService
  /** What is wrong with the newest files. When there is anything, the knowledge in service is older than they are. */
  readonly problems: readonly Problem[]
  /** Puts newly loaded knowledge into service, or keeps what is there and notes the problems. */
  replace(loaded: Loaded): void
}

export interface HolderOptions {
  readonly createMeshwise: (knowledge: Knowledge) => Meshwise
  readonly now: () => Date
}

/** A holder with the first knowledge in service. */
export function holdKnowledge(first: Knowledge, { createMeshwise, now }: HolderOptions): KnowledgeHolder {
  const serve = (knowledge: Knowledge): InService => ({
    knowledge,
    meshwise: createMeshwise(knowledge),
    loadedAt: now(),
  })
  let current = serve(first)
  let problems: readonly Problem[] = []
  return {
    get current() {
      return current
    },
    get problems() {
      return problems
    },
    replace(loaded) {
      if (loaded.ok) current = serve(loaded.knowledge)
      problems = loaded.ok ? [] : loaded.problems
    },
  }
}
