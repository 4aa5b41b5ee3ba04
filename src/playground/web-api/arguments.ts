import { isObject, type JsonObject, parseJson } from '../json.ts'

// WebClient sends these as JSON inside a form.
const structured = new Set([
  'app_context',
  'attachments',
  'blocks',
  'chunks',
  'files',
  'loading_messages',
  'message',
  'metadata',
  'profile',
  'prompts',
  'view',
])

/** The arguments of a Web API call, whether they came as JSON, as a form or in the query. */
export function parseArguments(contentType: string, body: string, query: URLSearchParams): JsonObject {
  const parsed = contentType.includes('application/json') ? parseJson(body) : undefined
  const given = isObject(parsed) ? parsed : Object.fromEntries(new URLSearchParams(body))
  const args: JsonObject = { ...Object.fromEntries(query), ...given }
  for (const [key, value] of Object.entries(args)) {
    if (structured.has(key) && typeof value === 'string') args[key] = parseJson(value) ?? value
  }
  return args
}
