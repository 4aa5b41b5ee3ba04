import { isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import { type core, ZodError, type ZodType } from 'zod'

/** One thing wrong in a knowledge file, with the place to go to and what to do there. */
export interface Problem {
  readonly file: string
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number
  /** Dotted path of the field, empty for the file as a whole. */
  readonly field: string
  readonly message: string
}

export type Path = readonly PropertyKey[]

/** A YAML file that has the shape of its schema, and remembers where each field stands. */
export interface Document<T> {
  readonly file: string
  readonly data: T
  /** The problem that a message about the field at `path` amounts to. */
  problem(path: Path, message: string): Problem
}

/**
 * Parses one YAML file. Every syntax error, duplicate key and schema violation becomes a problem with its line; the
 * document is undefined if there was any.
 */
export function parseFile<T>(
  file: string,
  text: string,
  schema: ZodType<T>,
): { document?: Document<T>; problems: readonly Problem[] } {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineOf = (offset: number) => lines.linePos(offset).line

  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map((error) => ({
      file,
      line: lineOf(error.pos[0]),
      field: '',
      message: error.message,
    }))
    return { problems }
  }

  const locate = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent: unknown = yaml.getIn(path.slice(0, depth - 1), true)
      const key = path[depth - 1]
      const items = typeof parent === 'object' && parent !== null && 'items' in parent ? parent.items : undefined
      if (!Array.isArray(items)) continue
      const node: unknown = typeof key === 'number' ? items[key] : items.find((item) => hasKey(item, key))
      const start = offsetOf(node)
      if (start !== undefined) return lineOf(start)
    }
    return 1
  }
  const problem = (path: Path, message: string): Problem => ({
    file,
    line: locate(path),
    field: path.map(String).join('.'),
    message,
  })

  const parsed = parseSafely(schema, yaml)
  if (parsed instanceof ZodError) return { problems: parsed.issues.flatMap((issue) => describe(issue, problem)) }
  return { document: { file, data: parsed, problem }, problems: [] }
}

/** YAML can hold what no value can be made of, such as an alias that expands without end: that too is a bad file. */
function parseSafely<T>(schema: ZodType<T>, yaml: { toJS(): unknown }): T | ZodError {
  let value: unknown
  try {
    value = yaml.toJS()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return new ZodError([{ code: 'custom', path: [], message, input: undefined }])
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : parsed.error
}

function hasKey(item: unknown, key: PropertyKey | undefined): boolean {
  return isPair(item) && isScalar(item.key) && String(item.key.value) === String(key)
}

function offsetOf(node: unknown): number | undefined {
  const target: unknown = isPair(node) ? node.key : node
  if (typeof target !== 'object' || target === null || !('range' in target)) return undefined
  return Array.isArray(target.range) && typeof target.range[0] === 'number' ? target.range[0] : undefined
}

function describe(issue: core.$ZodIssue, problem: (path: Path, message: string) => Problem): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem([...issue.path, key], `unknown field "${key}": remove it or correct its name`),
    )
  }
  if (issue.code === 'invalid_key') {
    return [problem(issue.path, `bad key: ${issue.issues.map((inner) => inner.message).join('; ')}`)]
  }
  return [problem(issue.path, issue.message)]
}

/** A problem as one line for a terminal or a log. */
export const showProblem = ({ file, line, field, message }: Problem): string =>
  `${file}${line > 0 ? `:${line}` : ''}${field ? `  ${field}` : ''}  ${message}`
