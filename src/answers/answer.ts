import type { Basis } from '../advisor/basis.ts'
import type { Recommendation } from '../advisor/recommend.ts'
import type { Command, Kind } from '../commands/command.ts'
import type { Scene } from '../diagrams/scene.ts'
import type { BreakEven, Curve } from '../estimator/break-even.ts'
import type { ClusterSize } from '../estimator/cluster-size.ts'
import type { Estimate } from '../estimator/estimate.ts'
import type { CitedSource, Fact, Named } from '../facts/fact.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'

/**
 * What an answer is, by the kind of its command. The file of each command in `commands/rows/` adds its own here.
 */
export interface Answers {
  readonly incomplete: ClarifyAnswer
}

/** What Meshwise says, with the command that it answers: given again, that gives the same answer. */
export type Answer<K extends Kind = Kind> = { readonly [P in K]: Answers[P] & { readonly command: Command<P> } }[K]

/**
 * A next question, offered as a button: what it says, and the command that it stands for. `inPlace`: its answer takes the
 * place of the one that offers it, as for another size of the same.
 */
export interface Suggestion {
  readonly label: string
  readonly command: Command
  readonly inPlace?: boolean
}

export interface Said {
  /** What was understood, such as "Linkerd · Circuit breaking". */
  readonly understood: string
  /** The answer in one sentence. */
  readonly headline: string
  /** Asks back where the question could be read in another way; the other readings come first among the suggestions. */
  readonly askBack?: string
  readonly suggestions: readonly Suggestion[]
}

export interface FactAnswer extends Said {
  readonly kind: 'fact'
  /** The word of the question that nothing in the knowledge explains: then the facts are only what lies around it. */
  readonly nothingOn?: string
  readonly facts: readonly Fact[]
}

/** One topic of a comparison: the facts in the order of the meshes. */
export interface ComparisonRow {
  readonly topic: Named
  readonly facts: readonly Fact[]
  readonly differs: boolean
}

/** A topic of a comparison that has a place among the others. */
export interface WeighedRow extends ComparisonRow {
  readonly area: Named
  /** How much it parts the meshes, from 0 to 1: how far they lie apart, and half of that where few weigh the topic. */
  readonly decides: number
  /** Whether recommendations weigh the topic; all are alike where there are none. */
  readonly weighed: boolean
  /** Modes that stand elsewhere in the order of these meshes than their own mesh does. */
  readonly modes: readonly ModeInOrder[]
}

/** A mode of a mesh as a fact of its own, and whether it comes before a mesh that its own comes after. */
export interface ModeInOrder {
  readonly fact: Fact
  readonly mode: Named
  readonly isAhead: boolean
}

export interface ComparisonAnswer extends Said {
  readonly kind: 'compare'
  readonly meshes: readonly Named[]
  /** What the comparison is on: everything, a group, or topics. */
  readonly scope: { readonly title: string }
  /** When to choose which, a reason for each mesh that has one that bears on what is compared. */
  readonly choose: readonly { readonly mesh: string; readonly when: string }[]
  /** The few differences that decide, the largest first. */
  readonly deciding: readonly string[]
  /** What differs before what doesn't, and in either what decides most and what people weigh first. */
  readonly rows: readonly WeighedRow[]
}

export interface Place {
  /** 1 for the first; equal places are shared. Undefined where nothing is known to rank by. */
  readonly place?: number
  readonly fact: Fact
  readonly standing: string
}

export interface RankingAnswer extends Said {
  readonly kind: 'best'
  readonly topic: Named
  readonly order: 'best' | 'worst'
  readonly places: readonly Place[]
  /** What the order rests on, and what to hold against it. */
  readonly basis: string
}

export interface Reason {
  readonly when: string
  readonly sources: readonly CitedSource[]
}

export interface ProfileAnswer extends Said {
  readonly kind: 'profile'
  readonly mesh: Named
  readonly summary: string
  readonly homepage: string
  readonly licence: string
  readonly governance: string
  readonly release: { readonly version: string; readonly date: string; readonly note?: string | undefined }
  readonly modes: readonly { readonly name: string; readonly statement: string; readonly maturity: string }[]
  readonly choose: readonly Reason[]
  readonly avoid: readonly Reason[]
  readonly changes: readonly { readonly date: string; readonly what: string }[]
  readonly upcoming: readonly { readonly when: string; readonly what: string }[]
  readonly architecture: readonly Fact[]
  /** The id of a diagram of it, if there is one. */
  readonly drawn?: string | undefined
  readonly sources: readonly CitedSource[]
  readonly checked: string | undefined
}

export interface DefinitionAnswer extends Said {
  readonly kind: 'define'
  /** The id of the glossary term, or of the topic. */
  readonly id: string
  readonly term: string
  readonly aliases: readonly string[]
  readonly meaning: string
  readonly why?: string | undefined
  /** How the meshes stand on the topic that the term belongs to. */
  readonly facts: readonly Fact[]
  readonly sources: readonly CitedSource[]
  readonly checked: string | undefined
}

export interface MigrationAnswer extends Said {
  readonly kind: 'migrate'
  readonly from?: Named | undefined
  readonly to?: Named | undefined
  readonly considerations: readonly {
    readonly title: string
    readonly text: string
    readonly sources: readonly CitedSource[]
  }[]
  readonly notes: readonly { readonly mesh: Named; readonly note: string; readonly sources: readonly CitedSource[] }[]
  /** What the source mesh has that the target lacks, or has only in part. */
  readonly losses: readonly ComparisonRow[]
  readonly facts: readonly Fact[]
}

export interface NotCoveredAnswer extends Said {
  readonly kind: 'none'
  /** A word of the question that nothing in the knowledge explains. */
  readonly nothingOn?: string
}

/** A command that lacks something, or that could be read in more than one way: what to say next, as buttons. */
export interface ClarifyAnswer extends Said {
  readonly kind: 'clarify'
}

export interface SourcesAnswer extends Said {
  readonly kind: 'sources'
  readonly mesh: Named
  readonly entries: readonly {
    readonly topic: Named
    /** YYYY-MM-DD; undefined where nobody has looked yet. */
    readonly checked: string | undefined
    readonly sources: readonly CitedSource[]
  }[]
  /** What the sources are of. */
  readonly facts: readonly Fact[]
}

export interface TopicsAnswer extends Said {
  readonly kind: 'topics'
  readonly groups: readonly { readonly group: Named; readonly topics: readonly { name: string; meaning: string }[] }[]
}

export interface HelpAnswer extends Said {
  readonly kind: 'help'
  readonly commands: readonly { readonly usage: string; readonly does: string }[]
}

/** How much is known, and how fresh it is. */
export interface StatusAnswer extends Said {
  readonly kind: 'status'
  readonly meshes: number
  readonly topics: number
  readonly sources: number
  /** The day on which a fact was last checked, as YYYY-MM-DD; undefined where there is none. */
  readonly newestCheck: string | undefined
}

/** That a fact can be corrected: in Slack a form takes the correction. */
export interface CorrectionsAnswer extends Said {
  readonly kind: 'corrections'
}

/** That follow-ups can be ended: in Slack this does so. */
export interface QuietAnswer extends Said {
  readonly kind: 'quiet'
}

export interface RecommendAnswer extends Said {
  readonly kind: 'recommend'
  readonly recommendation: Recommendation
  /** What it rests on, to say it in words. */
  readonly basis: Basis
  /** What was answered, in words. */
  readonly said: readonly string[]
  /** What was taken for granted when the requirements were read from words. */
  readonly assumptions: readonly string[]
}

export interface EstimateAnswer extends Said {
  readonly kind: 'estimate'
  readonly size: ClusterSize
  /** What of the size is hardly meant, or beyond what was tested. */
  readonly remarks: readonly string[]
  /** What was taken for granted, since it was not said. */
  readonly assumptions: readonly string[]
  /** The meshes that were asked about; all of them where none was named. */
  readonly meshes: readonly string[]
  /** The least memory first. */
  readonly estimates: readonly (Estimate & { readonly sources: readonly CitedSource[] })[]
  readonly breakEven: readonly BreakEven[]
  readonly curve: Curve
  /** The names of all designs, by id. */
  readonly names: Readonly<Record<DesignId, string>>
  /** Where vendors and others disagree, or sources do, in sentences. */
  readonly disagreements: readonly string[]
  /** What the money is reckoned by. */
  readonly prices: string | undefined
  /** What a node of the organisation has, where it said so. */
  readonly node: { readonly vcpu: number; readonly memoryGiB: number } | undefined
  readonly sources: readonly CitedSource[]
}

export interface DiagramAnswer extends Said {
  readonly kind: 'diagram'
  /** One, or two side by side. */
  readonly scenes: readonly Scene[]
  readonly sources: readonly CitedSource[]
}

/** What a product beside the meshes is: no fact of ours, and so no answer to what was asked of it. */
/** What a mesh can't do, or does less well than another. */
export interface LacksAnswer extends Said {
  readonly kind: 'lacks'
  readonly facts: readonly Fact[]
  /** What it does in part. */
  readonly inPart: readonly Fact[]
}

/** Whether to take a mesh at all. */
export interface NeedAnswer extends Said {
  readonly kind: 'need'
  readonly forOne: readonly string[]
  readonly signs: readonly string[]
  readonly instead: readonly { readonly title: string; readonly says: string }[]
  readonly sources: readonly CitedSource[]
}

export interface NeighbourAnswer extends Said {
  readonly kind: 'neighbour'
  readonly neighbour: Named
  readonly what: string
  readonly notes: readonly string[]
  readonly relations: readonly { readonly mesh: string; readonly how: string; readonly note?: string | undefined }[]
  readonly sources: readonly CitedSource[]
  readonly checked: string
}

interface Link {
  readonly about: string
  readonly url: string
}

/** Where to look and whom to ask when something is broken, or a setting is to be written. */
export interface TroubleshootAnswer extends Said {
  readonly kind: 'troubleshoot'
  readonly mesh?: Named
  readonly checks: readonly { readonly run: string; readonly tells: string; readonly when?: string | undefined }[]
  readonly pages: readonly Link[]
  readonly ask: readonly Link[]
  /** What is known of the matter, where it is one of our topics. */
  readonly fact?: Fact
}
