import { isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Path } from './path.ts'

/**
 * Where the fields of a YAML text stand. Knowledge is read by js-yaml, which takes a tenth of the time; this parser,
 * which remembers positions, runs only when there is something to report.
 */
export function locator(text: string): (path: Path) => number {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: false })
  return (path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent: unknown = yaml.getIn(path.slice(0, depth - 1), true)
      const key = path[depth - 1]
      const items = typeof parent === 'object' && parent !== null && 'items' in parent ? parent.items : undefined
      if (!Array.isArray(items)) continue
      const node: unknown = typeof key === 'number' ? items[key] : items.find((item) => hasKey(item, key))
      const start = offsetOf(node)
      if (start !== undefined) return lines.linePos(start).line
    }
    return 1
  }
}

/** The syntax errors of a YAML text, duplicate keys included; the given one if this parser finds none. */
export function syntaxErrors(text: string, otherwise: string): { line: number; message: string }[] {
  const lines = new LineCounter()
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const found = errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message }))
  return found.length > 0 ? found : [{ line: 1, message: otherwise }]
}

function hasKey(item: unknown, key: PropertyKey | undefined): boolean {
  return isPair(item) && isScalar(item.key) && String(item.key.value) === String(key)
}

function offsetOf(node: unknown): number | undefined {
  const target: unknown = isPair(node) ? node.key : node
  if (typeof target !== 'object' || target === null || !('range' in target)) return undefined
  return Array.isArray(target.range) && typeof target.range[0] === 'number' ? target.range[0] : undefined
}
