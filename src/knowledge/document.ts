import { load } from 'js-yaml'
import type { core, ZodType } from 'zod'
import type { Path } from './path.ts'
import type { Problem } from './problem.ts'
import { locator, syntaxErrors } from './yaml-positions.ts'

/** A YAML file that has the shape of its schema, and knows where each field stands. */
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
  let value: unknown
  try {
    value = load(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { problems: syntaxErrors(text, message).map((one) => ({ file, field: '', ...one })) }
  }

  let locate: ((path: Path) => number) | undefined
  const problem = (path: Path, message: string): Problem => {
    locate ??= locator(text)
    return { file, line: locate(path), field: path.map(String).join('.'), message }
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => describe(issue, problem)) }
  return { document: { file, data: parsed.data, problem }, problems: [] }
}

function describe(issue: core.$ZodIssue, problem: (path: Path, message: string) => Problem): Problem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem([...issue.path, key], `unknown field "${key}": remove it or correct its name`),
      )
    case 'invalid_key':
      return [problem(issue.path, `bad key: ${issue.issues.map((inner) => inner.message).join('; ')}`)]
    case 'invalid_value':
      return [problem(issue.path, `must be one of: ${issue.values.map(String).join(', ')}`)]
    case 'invalid_type':
      return [
        problem(
          issue.path,
          issue.message.endsWith('received undefined') ? `is missing (${issue.expected})` : issue.message,
        ),
      ]
    default:
      return [problem(issue.path, issue.message)]
  }
}
