/**
 * How much something is asked for. `dont-care` is an answer too: it keeps circumstances from asking for it. What is `met`
 * is met already by something else.
 */
export const levels = ['must', 'should', 'dont-care', 'met'] as const
export type Level = (typeof levels)[number]

export const skillLevels = ['none', 'some', 'good'] as const
export type SkillLevel = (typeof skillLevels)[number]

/** What is there already, and who would run a mesh. The names are those of a requirements file. */
export interface Circumstances {
  readonly 'team-size'?: number
  readonly 'envoy-skill'?: SkillLevel
  readonly 'ebpf-skill'?: SkillLevel
  readonly 'on-call'?: 'none' | 'some'
  /** The network plug-in of the clusters. */
  readonly cni?: string
  readonly runs?: readonly string[]
  readonly services?: number
  readonly pods?: number
  readonly nodes?: number
  readonly clusters?: number
  /** True when nothing but traffic into the cluster is to be managed. */
  readonly 'ingress-only'?: boolean
  /** Meshes that run now and are to be left. */
  readonly leaving?: readonly string[]
  /** Why they are: ids of priorities. */
  readonly 'tired-of'?: readonly string[]
  /** False where nothing runs on Kubernetes. */
  readonly kubernetes?: boolean
  /** True where it is asked whether to have a mesh at all. */
  readonly 'mesh-in-doubt'?: boolean
  /** True where clusters are to be one mesh, false where they are copies or stand alone. */
  readonly 'clusters-joined'?: boolean
  /** True where nothing but stable features count. */
  readonly 'stable-only'?: boolean
}

/** What somebody needs of a mesh. What is absent was not answered. */
export interface Requirements {
  /** By the id of a supported topic or of a constraint of the criteria. */
  readonly constraints: Readonly<Record<string, Level>>
  readonly circumstances: Circumstances
  /** 0 to 5, by the id of a priority of the criteria. */
  readonly priorities: Readonly<Record<string, number>>
  /** Ids of meshes; none means all of them. */
  readonly candidates: readonly string[]
}

export const noRequirements: Requirements = { constraints: {}, circumstances: {}, priorities: {}, candidates: [] }

export type Answered = string | number | boolean | readonly string[]

/** What was answered in a field such as `circumstances.pods`. */
export function valueAt(requirements: Requirements, field: string): Answered | undefined {
  const dot = field.indexOf('.')
  const values = sectionOf(requirements, field.slice(0, dot))
  const name = field.slice(dot + 1)
  return Object.hasOwn(values, name) ? values[name] : undefined
}

function sectionOf(requirements: Requirements, name: string): Readonly<Record<string, Answered | undefined>> {
  // Unlike the interface, its mapped type may be read by any name.
  const circumstances: Pick<Circumstances, keyof Circumstances> = requirements.circumstances
  if (name === 'constraints') return requirements.constraints
  return name === 'priorities' ? requirements.priorities : circumstances
}

/** Every field that was answered, with its value: candidates are no answer about needs. */
export function answersOf(requirements: Requirements): readonly (readonly [field: string, value: Answered])[] {
  return (['constraints', 'circumstances', 'priorities'] as const).flatMap((section) =>
    Object.entries(requirements[section]).flatMap(([name, value]: [string, Answered | undefined]) =>
      value === undefined ? [] : [[`${section}.${name}`, value] as const],
    ),
  )
}

/** A number of answers that says something: empty lists don't. */
export const countAnswers = (requirements: Requirements): number =>
  answersOf(requirements).filter(([, value]) => !Array.isArray(value) || value.length > 0).length
