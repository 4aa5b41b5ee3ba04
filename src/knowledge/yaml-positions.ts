import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Path } from './path.ts'

/**
 * Where the fields of a YAML text stand. Knowledge is read by js-yaml, which takes a tenth of the time; this parser,
 * which remembers positions, runs only when there is something to report.
 */
export function locator(text: string): (path: Path) => number {
  const lines = new LineCounter()
  // Telling keys apart costs by the square of their number.
  const options = { lineCounter: lines, prettyErrors: false, strict: false, uniqueKeys: false }
  const { contents } = parseDocument(text, options)
  const childOf = childFinder()
  return (path) => {
    let parent: unknown = contents
    let line = 1
    for (const key of path) {
      const child = childOf(parent, key)
      const start = offsetOf(child)
      if (start === undefined) break
      line = lines.linePos(start).line
      parent = isPair(child) ? child.value : child
    }
    return line
  }
}

/** Finds what stands at a key of a node. A map is gone through once, however many of its keys are asked for. */
function childFinder(): (parent: unknown, key: PropertyKey) => unknown {
  const known = new Map<unknown, ReadonlyMap<string, unknown>>()
  return (parent, key) => {
    if (isSeq(parent)) return parent.items[Number(key)]
    if (!isMap(parent)) return undefined
    let pairs = known.get(parent)
    if (!pairs) {
      // Of a key that stands there twice, the first is meant.
      pairs = new Map(
        parent.items.toReversed().flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
      )
      known.set(parent, pairs)
    }
    return pairs.get(String(key))
  }
}

/** The syntax errors of a YAML text, duplicate keys included; the given one if this parser finds none. */
export function syntaxErrors(text: string, otherwise: string): { line: number; message: string }[] {
  const lines = new LineCounter()
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const found = errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message }))
  return found.length > 0 ? found : [{ line: 1, message: otherwise }]
}

function offsetOf(node: unknown): number | undefined {
  const target: unknown = isPair(node) ? node.key : node
  if (typeof target !== 'object' || target === null || !('range' in target)) return undefined
  return Array.isArray(target.range) && typeof target.range[0] === 'number' ? target.range[0] : undefined
}
