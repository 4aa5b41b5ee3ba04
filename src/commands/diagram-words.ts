import type { Diagram, Knowledge } from '../knowledge/knowledge.ts'
import type { Reader } from '../questions/reading.ts'
import { linkWords } from './link-words.ts'

/** The diagrams that words name, in order, and the words that name none. */
export interface DiagramWords {
  readonly diagrams: readonly Diagram[]
  readonly unknown: readonly string[]
}

const fillers = new Set<string>([...linkWords, 'mode', 'beside', 'of', 'on'])

/**
 * Reads "istio ambient", "istio cilium" and "istio-ambient linkerd": a mesh stands for its first diagram, a word for a
 * mode after it, or a phrase of two, for the diagram of that mode.
 */
export function readDiagramWords(
  words: readonly string[],
  { diagrams, meshes }: Knowledge,
  reader: Reader,
): DiagramWords {
  const found: { diagram: Diagram; byMesh: boolean }[] = []
  const unknown: string[] = []
  const ofMesh = (mesh: string | undefined) => diagrams.filter((diagram) => diagram.mesh === mesh)
  const names = ({ mesh, mode, words: own }: Diagram): readonly string[] => [
    ...own,
    mode,
    ...(meshes.find(({ id }) => id === mesh)?.modes[mode]?.words ?? []),
  ]
  const isMesh = (word: string) => meshes.some(({ id }) => id === word)
  const exactly = (word: string): Diagram | undefined =>
    isMesh(word)
      ? undefined
      : (diagrams.find(({ id }) => id === word) ??
        diagrams.find((one) => names(one).some((name) => `${one.mesh}-${name}` === word)))
  /** What a diagram calls its own before what its mode is called. */
  const ofModeOf = (mesh: string | undefined, word: string): Diagram | undefined =>
    ofMesh(mesh).find((one) => one.words.includes(word)) ?? ofMesh(mesh).find((one) => names(one).includes(word))
  const said = words.map((word) => word.replace(/[,;]+$/, '')).filter((one) => !fillers.has(one))
  for (let at = 0; at < said.length; at++) {
    const word = said[at] ?? ''
    const last = found.at(-1)
    const both = `${word} ${said[at + 1]}`
    const ofBoth = ofModeOf(last?.diagram.mesh, both)
    const ofMode = ofBoth ?? ofModeOf(last?.diagram.mesh, word)
    const exact = exactly(word)
    const [first] = ofMesh(reader.read(word).mentions.find(({ by }) => by === 'name')?.mesh)
    if (exact) found.push({ diagram: exact, byMesh: false })
    else if (last && ofMode) {
      // A second word for the same mode says it more closely.
      const replaces = last.byMesh || last.diagram.mode === ofMode.mode
      found.splice(replaces ? -1 : found.length, 1, { diagram: ofMode, byMesh: false })
      if (ofBoth) at++
    } else if (first) found.push({ diagram: first, byMesh: true })
    else unknown.push(word)
  }
  return { diagrams: [...new Set(found.map(({ diagram }) => diagram))], unknown }
}
