import { z } from 'zod'
import { closest } from '../closest.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { slipsBetween } from '../slips.ts'
import { levels, type Requirements, skillLevels } from './requirements.ts'

/** Other words for a level of skill that people write. */
const skillWords: Readonly<Record<string, string>> = {
  no: 'none',
  low: 'none',
  little: 'some',
  basic: 'some',
  medium: 'some',
  strong: 'good',
  high: 'good',
  expert: 'good',
}

const levelWords: Readonly<Record<string, string>> = { "don't care": 'dont-care', 'do-not-care': 'dont-care' }

const reworded = <T extends z.ZodType>(words: Readonly<Record<string, string>>, schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? (words[value.toLowerCase()] ?? value) : value), schema)

/** A section that is named but left empty, as YAML allows, counts as absent. */
const section = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? {}, schema)

const count = (most: number) =>
  z.int(`write a whole number from 0 to ${most}`).min(0, 'write 0 or more').max(most, `write at most ${most}`)

/** The ids that can be put as a constraint: every topic that is supported or not, and what the criteria add. */
export const constraintIds = ({ topics, criteria }: Knowledge): readonly string[] => [
  ...new Set([
    ...topics.filter(({ kind }) => kind === 'supported').map(({ id }) => id),
    ...Object.keys(criteria.constraints),
  ]),
]

/** A requirements file. Every problem says what is allowed instead. */
export function requirementsSchema(knowledge: Knowledge): z.ZodType<Requirements> {
  const { criteria, meshes } = knowledge
  const meshIds = meshes.map(({ id }) => id)
  const constraintLevel = reworded(levelWords, z.enum(levels, `write one of ${levels.join(', ')}`))
  const skill = reworded(skillWords, z.enum(skillLevels, `write one of ${skillLevels.join(', ')}`))
  const constraints = section(named(constraintIds(knowledge), constraintLevel, 'constraint', measuredTopics(knowledge)))
  const priorities = section(
    named(
      Object.keys(criteria.priorities),
      z.int('write a whole number from 0 to 5').min(0, 'write 0 to 5').max(5, 'write 0 to 5'),
      'priority',
    ),
  )
  const circumstances = section(
    closed({
      'team-size': count(100_000).exactOptional(),
      'envoy-skill': skill.exactOptional(),
      'ebpf-skill': skill.exactOptional(),
      'on-call': z.enum(['none', 'some'], 'write one of none, some').exactOptional(),
      cni: freeId('network plug-in', criteria.cnis).exactOptional(),
      runs: z
        .array(freeId('thing to run', Object.keys(criteria.runs)), 'write a list, such as [consul, vms]')
        .max(20, 'write at most 20')
        .exactOptional(),
      services: count(1_000_000).exactOptional(),
      pods: count(10_000_000).exactOptional(),
      nodes: count(1_000_000).exactOptional(),
      clusters: count(10_000).exactOptional(),
      'ingress-only': z.boolean('write true or false').exactOptional(),
      leaving: listOf(meshIds, 'meshes').exactOptional(),
      'tired-of': listOf(Object.keys(criteria.priorities), 'priorities').exactOptional(),
      kubernetes: z.boolean('write true or false').exactOptional(),
      'mesh-in-doubt': z.boolean('write true or false').exactOptional(),
      'clusters-joined': z.boolean('write true or false').exactOptional(),
      'stable-only': z.boolean('write true or false').exactOptional(),
    }),
  )
  const candidates = z.preprocess(
    (value) => value ?? [],
    z.array(z.enum(meshIds, `write one of ${meshIds.join(', ')}`), 'write a list of meshes'),
  )
  return section(closed({ constraints, circumstances, priorities, candidates }))
}

/** A list of known ids; one that is unknown is answered with those that there are, and with the nearest. */
const listOf = (ids: readonly string[], what: string) =>
  z.array(
    z.string().superRefine((name, context) => {
      if (ids.includes(name)) return
      const near = closest(name, ids)
      context.addIssue(`there is no "${name}"${near ? `, did you mean "${near}"?` : ''} Known: ${ids.join(', ')}`)
    }),
    `write a list of ${what}`,
  )

/** An object without other fields than these; another one is answered with those that there are. */
function closed<T extends z.ZodRawShape>(shape: T) {
  const unknown = z.unknown().refine(() => false, `there is no such field; allowed: ${Object.keys(shape).join(', ')}`)
  return z.object(shape, 'write fields with values').catchall(unknown)
}

/** Values by name, where the names are known only now. `hints` says more about names that are something else. */
function named<T extends z.ZodType>(
  names: readonly string[],
  value: T,
  what: string,
  hints: ReadonlyMap<string, string> = new Map(),
) {
  return z.record(
    z.string().refine((name) => names.includes(name), {
      error: ({ input }) => hints.get(String(input)) ?? unknownName(String(input), what, names),
    }),
    value,
    'write names with values',
  )
}

function unknownName(name: string, what: string, names: readonly string[]): string {
  const near = closest(name, names)
  return `there is no ${what} "${name}"${near ? `, did you mean "${near}"?` : ';'} allowed: ${names.join(', ')}`
}

/** Topics that have no yes or no: to be asked for by a priority. */
function measuredTopics({ topics, criteria }: Knowledge): ReadonlyMap<string, string> {
  const others = topics.filter(({ kind }) => kind !== 'supported')
  return new Map(
    others.map(({ id, title }) => {
      const priority = Object.entries(criteria.priorities).find(([, { topics: parts }]) => id in parts)?.[0]
      const instead = priority ? `use priorities.${priority}, 0 to 5` : 'it can be asked about, but is no requirement'
      return [id, `${title} is nothing that a mesh has or lacks: ${instead}`]
    }),
  )
}

/** Known names, or others that mean nothing to us; one that looks like a slip for a known one is refused. */
const freeId = (what: string, known: readonly string[]) =>
  z
    .string(`write one of ${known.join(', ')}`)
    .trim()
    .toLowerCase()
    .overwrite((name) => name.replace(/\s+/g, '-'))
    .min(1, `write one of ${known.join(', ')}`)
    .max(40, 'write at most 40 characters')
    .regex(/^[a-z0-9][a-z0-9._/-]*$/, `write one of ${known.join(', ')}`)
    .superRefine((name, context) => {
      if (known.includes(name)) return
      const near = known.find((id) => isSlip(name, id))
      if (near) context.addIssue(`there is no ${what} "${name}", did you mean "${near}"? Known: ${known.join(', ')}`)
    })

/** One letter more, less, other or swapped, in a word long enough that this is no other word. */
const isSlip = (name: string, id: string): boolean => id.length > 4 && slipsBetween(name, id, 1) === 1
