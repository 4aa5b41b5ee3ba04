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
 * mode after it for the diagram of that mode.
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
    mode,
    ...own,
    ...(meshes.find(({ id }) => id === mesh)?.modes[mode]?.words ?? []),
  ]
  for (const word of words.filter((one) => !fillers.has(one))) {
    const last = found.at(-1)
    const exact = diagrams.find(({ id }) => id === word && !meshes.some((mesh) => mesh.id === word))
    const ofMode = ofMesh(last?.diagram.mesh).find((diagram) => names(diagram).includes(word))
    const named = reader.read(word).mentions.find(({ by }) => by === 'name')
    const [first] = ofMesh(named?.mesh)
    if (exact) found.push({ diagram: exact, byMesh: false })
    else if (last && ofMode) found.splice(last.byMesh ? -1 : found.length, 1, { diagram: ofMode, byMesh: false })
    else if (first) found.push({ diagram: first, byMesh: true })
    else unknown.push(word)
  }
  return { diagrams: [...new Set(found.map(({ diagram }) => diagram))], unknown }
}
