import { quantityOf } from '../questions/quantities.ts'
import type { Basis } from './basis.ts'
import { levels, noRequirements, type Requirements } from './requirements.ts'

/**
 * Requirements in one line that can be typed after `recommend`, such as `fips=must team-size=3 memory=5`. A level is a
 * constraint, a name of a circumstance is one, and what is left with a number is a priority.
 */
export function toWords({ constraints, circumstances, priorities, candidates }: Requirements): string {
  const word = ([name, value]: readonly [string, unknown]) =>
    `${name}=${Array.isArray(value) ? value.join(',') : String(value)}`
  return [
    ...Object.entries(constraints),
    ...Object.entries(circumstances).filter(([, value]) => !Array.isArray(value) || value.length > 0),
    ...Object.entries(priorities),
    ...(candidates.length > 0 ? [['candidates', candidates] as const] : []),
  ]
    .map(word)
    .join(' ')
}

/** Whether a text is meant as requirements in words, rather than as a question. */
export const looksLikeWords = (text: string): boolean => text.trim() === '' || /^\s*[a-z0-9-]+=\S*/i.test(text)

export type ReadRequirements =
  | { readonly ok: true; readonly requirements: Requirements }
  | { readonly ok: false; readonly problems: readonly string[] }

const lists = new Set(['runs', 'candidates', 'leaving', 'tired-of'])
const circumstanceNames = new Set([
  'team-size',
  'envoy-skill',
  'ebpf-skill',
  'on-call',
  'cni',
  'runs',
  'services',
  'pods',
  'nodes',
  'clusters',
  'ingress-only',
  'leaving',
  'tired-of',
  'kubernetes',
  'mesh-in-doubt',
  'clusters-joined',
  'stable-only',
])

/** Reads what `toWords` wrote, or somebody typed. */
export function fromWords(text: string, basis: Basis): ReadRequirements {
  const raw: Record<'constraints' | 'circumstances' | 'priorities', Record<string, unknown>> = {
    constraints: {},
    circumstances: {},
    priorities: {},
  }
  let candidates: unknown
  const strays: string[] = []
  for (const token of text.trim().split(/\s+/).filter(Boolean)) {
    const [name = '', value = ''] = token.toLowerCase().split(/=(.*)/s)
    const parsed = lists.has(name) ? value.split(',').filter(Boolean) : scalarOf(value)
    if (!token.includes('=')) strays.push(`${token}: write NAME=VALUE, such as team-size=3`)
    else if (name === 'candidates') candidates = parsed
    else if (circumstanceNames.has(name)) raw.circumstances[name] = parsed
    else if (levels.some((level) => level === value)) raw.constraints[name] = parsed
    else if (name in basis.rules.priorities || typeof parsed === 'number') raw.priorities[name] = parsed
    else raw.constraints[name] = parsed
  }
  return readRequirements({ ...raw, candidates }, basis, strays)
}

/** A value as it is meant: a number in any way of writing that needs no spaces, yes or no, or else a word. */
function scalarOf(value: string): string | number | boolean {
  const number = quantityOf(value)
  if (!Number.isNaN(number)) return number
  return value === 'true' ? true : value === 'false' ? false : value
}

const sections = new Set<PropertyKey | undefined>(['constraints', 'circumstances', 'priorities'])

/** What somebody wrote or answered of requirements, by the name that they know: its section is none of theirs. */
const nameOf = ([first, second]: readonly PropertyKey[]): string =>
  String((sections.has(first) ? second : first) ?? first ?? '')

/** Checks a value that is to be requirements: each problem names its field and what is allowed. */
export function readRequirements(raw: unknown, basis: Basis, before: readonly string[] = []): ReadRequirements {
  const parsed = basis.requirements.safeParse(raw)
  if (parsed.success && before.length === 0) return { ok: true, requirements: parsed.data }
  const problems = (parsed.error?.issues ?? []).map((issue) => {
    const message = issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message).join('; ') : issue.message
    return `${nameOf(issue.path)}: ${message}.`
  })
  return { ok: false, problems: [...before, ...problems] }
}

/** Requirements over others: what the second say counts. */
export const merged = (before: Requirements | undefined, after: Requirements): Requirements => {
  const base = before ?? noRequirements
  return {
    constraints: { ...base.constraints, ...after.constraints },
    circumstances: { ...base.circumstances, ...after.circumstances },
    priorities: { ...base.priorities, ...after.priorities },
    candidates: after.candidates.length > 0 ? after.candidates : base.candidates,
  }
}

/** Requirements without what is no longer run. */
export function without(gone: readonly string[], requirements: Requirements): Requirements {
  const { runs = [], ...circumstances } = requirements.circumstances
  const left = runs.filter((id) => !gone.includes(id))
  return { ...requirements, circumstances: left.length > 0 ? { ...circumstances, runs: left } : circumstances }
}
