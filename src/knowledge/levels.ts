import type { SupportLevel } from './schema.ts'

/** When a support level is given, and a case of it. */
export interface LevelRule {
  readonly level: SupportLevel
  readonly given: string
  readonly example?: string
}

/** The rule by which cells are graded, in the order in which it is applied: docs/knowledge.md is held against it. */
export const levelRules: readonly LevelRule[] = [
  {
    level: 'yes',
    given: "The project's own documented setting or resource does it, in the open edition, not below beta",
    example: 'Weights on an HTTPRoute',
  },
  {
    level: 'partial',
    given:
      "Only a part is done (one direction, one protocol, one place), or only below beta, or only in the vendor's paid edition, or only by raw proxy configuration that the project does not model. The reason says which",
    example: 'Rate limiting by EnvoyFilter',
  },
  {
    level: 'external',
    given:
      "The project doesn't, but another product or another vendor's build does, and the project or that vendor documents it for this mesh",
    example: 'Dashboards by Kiali, FIPS builds by a distributor',
  },
  {
    level: 'no',
    given: "It can't be done, or only by a recipe that needs nothing of this mesh",
    example: 'Request mirroring in Linkerd',
  },
  {
    level: 'unknown',
    given:
      "It was looked for in the places named, and not found: a level of its own, as not found isn't the same as not there",
  },
  {
    level: 'not-applicable',
    given: 'The question makes no sense here. The reason says why',
    example: 'Proxy injection without proxies',
  },
]

/** What a level grades, and the one rule that holds for all cells. */
export const whatLevelsGrade =
  "It grades what a user gets from the project's own, documented release for the plain case of the topic, in the default mode unless the cell is a mode's. One rule holds for all meshes and topics: the same words in two cells give the same level."

/** Which level it is where two seem to fit. */
export const whereTwoLevelsFit =
  "Where two rows seem to fit, the first from the top does. Only where the topic is a kind of build or service (FIPS, managed offerings) is any company's build or service external, the maker's own included; a feature kept for the maker's paid edition is partial."
