import type { Snapshot } from '../protocol.ts'
import { memberOf } from './context.ts'

/** The text that a person typed, made out of what Slack stored. */
export function typedText(snapshot: Snapshot, stored: string): string {
  return stored
    .replace(/<@(\w+)>/g, (_, id: string) => `@${memberOf(snapshot, id).name}`)
    .replace(/<#\w+\|([\w-]+)>/g, '#$1')
    .replace(/<!(\w+)>/g, '@$1')
    .replace(/<(https?:[^|>]+)(\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
