import { allDesigns, type Design } from '../estimator/choose-design.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { Knowledge, Mesh } from '../knowledge/knowledge.ts'
import { slipsBetween } from '../slips.ts'
import { linkWords } from './link-words.ts'

/** A mesh that words name, in the order in which they name it. */
export interface NamedMesh {
  readonly mesh: string
  /** Those of its designs that are meant, in the order of the knowledge: all where no mode is named. */
  readonly designs: readonly DesignId[]
  /** Whether a mode was named. */
  readonly narrowed: boolean
}

export interface NamedDesigns {
  readonly named: readonly NamedMesh[]
  /** Words that name nothing, and modes of several meshes of which none is named. */
  readonly unknown: readonly string[]
}

/** What a phrase may name: a mesh as a whole, or some of its designs. */
interface Meaning {
  readonly mesh: string
  readonly designs?: readonly DesignId[]
}

const fillers = new Set<string>([
  ...linkWords,
  'all',
  'every',
  'between',
  'mode',
  'in',
  'on',
  'of',
  'for',
  'a',
  'beside',
])
const longestPhrase = 4
/** From so few slips on an alias is a misspelling that is listed, and not another name. */
const misspelt = 2

/**
 * The designs that words name: a mesh, a mesh and its mode in either order, or designs by their ids, in any order. Names
 * and modes are taken as they are spelled: a slip of the finger would put figures under the wrong name.
 */
export function readNamedDesigns(text: string, knowledge: Knowledge): NamedDesigns {
  const meanings = meaningsOf(knowledge)
  const { phrases, unknown } = phrasesIn(wordsOf(text), meanings)
  const meshes = new Set(phrases.flatMap(({ means }) => (isNaming(means) ? means.map(({ mesh }) => mesh) : [])))
  const found = new Map<string, Set<readonly DesignId[]>>()
  const unclear: string[] = []
  for (const [at, { phrase, means }] of phrases.entries()) {
    const meant = means.length === 1 ? means[0] : nearestOf(means, meshes, phrases, at)
    if (!meant) {
      unclear.push(phrase)
      continue
    }
    const modes = found.get(meant.mesh) ?? new Set()
    found.set(meant.mesh, meant.designs ? modes.add(meant.designs) : modes)
  }
  const all = allDesigns(knowledge.estimator)
  return {
    named: [...found].map(([mesh, modes]) => {
      const narrowed = modes.size > 0
      const designs = new Set(narrowest([...modes]).flat())
      const meant = all.filter((one) => one.mesh === mesh && (!narrowed || designs.has(one.id)))
      return { mesh, designs: meant.map(({ id }) => id), narrowed }
    }),
    unknown: [...unknown, ...unclear],
  }
}

/** Without those that another says more closely: "ambient waypoint" is one design, "sidecar ambient" are all of both. */
const narrowest = (modes: readonly (readonly DesignId[])[]): readonly (readonly DesignId[])[] =>
  modes.filter((one) => !modes.some((other) => other.length < one.length && other.every((id) => one.includes(id))))

/**
 * A text with the names that the product itself gives to designs put as modes of their meshes: their ids, and what the
 * JSON interface calls their modes, where these stand behind the mesh.
 */
export function designsAsModes(text: string, { estimator, meshes }: Knowledge): string {
  const designs = allDesigns(estimator)
  const modeOf = ({ modes: [mode] }: Design) => mode ?? ''
  let mesh: string | undefined
  return text.replace(/[^\s,;]+/g, (word) => {
    const said = word.toLowerCase()
    const whole = designs.find(({ id }) => id === said && !meshes.some((one) => one.id === said))
    const own = designs.find((one) => one.mesh === mesh && one.mode === said)
    const named = meshes.find(({ id }) => id === said)
    mesh = whole?.mesh ?? named?.id ?? mesh
    if (whole) return `${whole.mesh} ${modeOf(whole)}`
    return own && !Object.hasOwn(meshes.find(({ id }) => id === mesh)?.modes ?? {}, said) ? modeOf(own) : word
  })
}

/** Every word that can stand in such a list, for "did you mean …?". */
export const designNames = ({ estimator, meshes }: Knowledge): readonly string[] => [
  ...meshes.map(({ id }) => id),
  ...allDesigns(estimator).flatMap(({ id, mode }) => [id, mode]),
  ...meshes.flatMap(({ modes }) => Object.keys(modes)),
]

/** Whether a phrase says which mesh is meant: by its name, or by what only one of them has. */
const isNaming = (means: readonly Meaning[]): boolean => means.length === 1 || means.some(isWhole)

const isWhole = ({ designs }: Meaning): boolean => designs === undefined

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.replace(/[.?!:]+$/, ''))
    .filter((word) => word !== '' && !fillers.has(word))

/** What a phrase is looked up by. */
const keyOf = (phrase: string): string => wordsOf(phrase).join(' ')

interface Phrase {
  readonly phrase: string
  readonly means: readonly Meaning[]
}

/** The longest phrase that means something at each place, and the words that are in none. */
function phrasesIn(words: readonly string[], meanings: ReadonlyMap<string, readonly Meaning[]>) {
  const phrases: Phrase[] = []
  const unknown: string[] = []
  for (let at = 0; at < words.length; ) {
    const lengths = Array.from({ length: longestPhrase }, (_, less) => longestPhrase - less)
    const length = lengths.find((one) => at + one <= words.length && meanings.has(words.slice(at, at + one).join(' ')))
    const phrase = words.slice(at, at + (length ?? 1)).join(' ')
    const means = meanings.get(phrase)
    if (means) phrases.push({ phrase, means })
    else unknown.push(phrase)
    at += length ?? 1
  }
  return { phrases, unknown }
}

/** A mode of several meshes is that of the one named before it, or else of the one named after. */
function nearestOf(
  means: readonly Meaning[],
  named: ReadonlySet<string>,
  phrases: readonly Phrase[],
  at: number,
): Meaning | undefined {
  const possible = means.filter(({ mesh }) => named.has(mesh))
  if (possible.length < 2) return possible[0]
  const around = [...phrases.slice(0, at).toReversed(), ...phrases.slice(at + 1)]
  const nearest = around.find(
    ({ means: others }) => isNaming(others) && possible.some((one) => others.some(sameMesh(one))),
  )
  return possible.find((one) => nearest?.means.some(sameMesh(one)))
}

const sameMesh =
  ({ mesh }: Meaning) =>
  (other: Meaning): boolean =>
    other.mesh === mesh

function meaningsOf(knowledge: Knowledge): ReadonlyMap<string, readonly Meaning[]> {
  const designs = allDesigns(knowledge.estimator)
  const entries = [
    ...knowledge.meshes.map(({ id }) => [id, { mesh: id }] as const),
    ...designs.map(({ id, mesh }) => [id, { mesh, designs: [id] }] as const),
    ...knowledge.meshes.flatMap((mesh) => modeWords(mesh, designs)),
    ...knowledge.meshes.flatMap((mesh) => meshNames(mesh).map((phrase) => [phrase, { mesh: mesh.id }] as const)),
  ]
  const found = new Map<string, Meaning[]>()
  for (const [phrase, meaning] of entries) {
    const key = keyOf(phrase)
    const before = found.get(key) ?? []
    if (key !== '' && !before.some(sameMesh(meaning))) found.set(key, [...before, meaning])
  }
  return found
}

/** By what a mode is called: in the file of the mesh, in the JSON interface, and by the design's own words. */
function modeWords({ id, modes }: Mesh, designs: readonly Design[]): (readonly [string, Meaning])[] {
  const own = designs.filter(({ mesh }) => mesh === id)
  const byName = own.flatMap((design) =>
    [design.mode, ...design.words].map((phrase) => [phrase, { mesh: id, designs: [design.id] }] as const),
  )
  const byMode = Object.entries(modes).flatMap(([mode, { name, words }]) => {
    const meant = own.filter((design) => design.modes.includes(mode)).map((design) => design.id)
    if (meant.length === 0) return []
    return [mode, `${id}-${mode}`, name, ...words].map((phrase) => [phrase, { mesh: id, designs: meant }] as const)
  })
  return [...byName, ...byMode]
}

/** The names of a mesh, but for misspellings and for those that name a mode of it too. */
function meshNames({ id, name, aliases, parts, modes }: Mesh): readonly string[] {
  const ofModes = new Set(Object.values(modes).flatMap(({ words }) => words.map(keyOf)))
  const others = [...aliases, ...parts].filter((alias) => {
    const slips = slipsBetween(alias.toLowerCase(), id, misspelt)
    const [first, ...rest] = wordsOf(alias)
    return (slips === undefined || slips === 0) && !(first === id && ofModes.has(rest.join(' ')))
  })
  return [name, ...others]
}
