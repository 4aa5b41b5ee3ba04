import { designsFor, findDesign, layerOf } from '../estimator/choose-design.ts'
import { completeSize, type KnownSize } from '../estimator/cluster-size.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import { findMesh, type Knowledge } from '../knowledge/knowledge.ts'
import type { QuantityWords } from '../questions/words.ts'
import { slipsBetween } from '../slips.ts'
import { listed } from '../wording.ts'
import { designNames, type NamedMesh, readNamedDesigns } from './named-designs.ts'
import { readSizeWords, type SizeWords, sizeNames } from './size-words.ts'

/** A size with the meshes, and those of their designs, that are to be shown at it. */
export interface SizedDesigns {
  readonly ok: true
  readonly size: KnownSize
  readonly extras: SizeWords['extras']
  readonly meshes: readonly string[]
  /** None where no mode is named: then all that fit are meant. */
  readonly designs: readonly DesignId[]
}

/** Why words are no size, and the words that may have been meant. */
export interface NoSize {
  readonly ok: false
  readonly problem: string
  readonly meant?: string
}

/** Words between the sizes that say nothing beyond that an estimate is wanted: "estimate the cost for 500 pods". */
const fillers = new Set(
  'a about around at cluster cost costs cpu each every for how in is it latency me memory money much my of on our per price running us we what would'.split(
    ' ',
  ),
)

/**
 * Reads sizes, meshes and modes in any order. Every word but a filler has to say something, and nothing may be said that contradicts
 * itself: a mode without layer 7 beside `l7`, say.
 */
export function readEstimateWords(text: string, knowledge: Knowledge, words?: QuantityWords): SizedDesigns | NoSize {
  const { stated, extras, others, problems } = readSizeWords(text, words)
  const { named, unknown: strange } = readNamedDesigns(others.join(' '), knowledge)
  const unknown = strange.filter((one) => !fillers.has(one.toLowerCase()))
  const [word] = unknown
  if (word !== undefined) return notKnown(word, unknown, text, knowledge)
  if (problems.length > 0) return { ok: false, problem: problems.join(' ') }
  const { places } = knowledge.estimator
  if (stated.prices !== undefined && !Object.hasOwn(places, stated.prices)) {
    return noSuchPlace(stated.prices, Object.keys(places), text)
  }
  const layers = new Set(named.flatMap((one) => layerNamed(one, knowledge) ?? []))
  if (layers.size > 1) {
    return {
      ok: false,
      problem: 'One of these modes is for layer 7 and another without it: ask for one after the other.',
    }
  }
  const [layer] = layers
  const size = completeSize(stated, layer === undefined ? undefined : layer === 'l7')
  if (!size.ok) return { ok: false, problem: size.problems.map(({ message }) => message).join(' ') }
  const fitting = new Set(designsFor(knowledge.estimator, size.size.l7).map(({ id }) => id))
  const designs = named.flatMap((one) => one.designs.filter((id) => fitting.has(id)))
  const missed = named.find((one) => one.narrowed && !one.designs.some((id) => fitting.has(id)))
  if (missed) return { ok: false, problem: contradicted(missed, size.size.l7, knowledge) }
  return {
    ok: true,
    size,
    extras,
    meshes: named.map(({ mesh }) => mesh),
    designs: named.some(({ narrowed }) => narrowed) ? designs : [],
  }
}

function noSuchPlace(place: string, places: readonly string[], text: string): NoSize {
  const near = nearestOf(place, places)
  const problem = `I don't know the prices of "${place}"`
  if (near !== undefined) {
    const meant = text.replace(/prices=\S+/i, `prices=${near}`)
    return { ok: false, problem: `${problem}: did you mean "${near}"?`, meant }
  }
  return { ok: false, problem: `${problem}. I know those of ${listed(places)}.` }
}

/** Whether a mode that was named asks for layer 7, or is without it. */
const layerNamed = ({ narrowed, designs }: NamedMesh, { estimator }: Knowledge): 'l7' | 'l4' | undefined =>
  narrowed ? layerOf(designs.flatMap((id) => findDesign(estimator, id) ?? [])) : undefined

function contradicted({ mesh, designs }: NamedMesh, l7: boolean, knowledge: Knowledge): string {
  const names = designs.map((id) => findDesign(knowledge.estimator, id)?.name ?? id)
  const what = names.length > 0 ? listed(names) : (findMesh(knowledge, mesh)?.name ?? mesh)
  return l7
    ? `${what} has nothing of layer 7: leave layer 7 out, or name another mode.`
    : `${what} is there for layer 7: leave "l4" out, or name another mode.`
}

/** That a word means nothing here, and which one is near it. */
function notKnown(word: string, unknown: readonly string[], text: string, knowledge: Knowledge): NoSize {
  const [name = '', value] = word.split('=')
  const near = nearestOf(name, [...designNames(knowledge), ...sizeNames])
  const says = `I don't know what "${unknown.join(' ')}" is here`
  if (near === undefined) return { ok: false, problem: `${says}: I take sizes, meshes and their modes.` }
  const meant = value === undefined ? near : `${near}=${value}`
  const words = text.split(/\s+/).map((one) => (one.toLowerCase().startsWith(word) ? meant : one))
  return { ok: false, problem: `${says}: did you mean "${meant}"?`, meant: words.join(' ') }
}

/** A long name may be two slips of the finger away, a short one only one: it has too many neighbours. */
const longName = 5

function nearestOf(word: string, names: readonly string[]): string | undefined {
  const near = names.flatMap((name) => {
    const slips = slipsBetween(word, name, name.length >= longName ? 2 : 1)
    return slips === undefined || slips === 0 ? [] : [{ name, slips }]
  })
  return near.sort((a, b) => a.slips - b.slips)[0]?.name
}
