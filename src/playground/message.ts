import { type JsonObject, objectAt, objectsAt, stringAt } from './json.ts'
import type { Message, SharedFile } from './protocol.ts'

/** Reads a message as the Web API answers it. */
export function readMessage(conversation: string, source: JsonObject, ephemeralFor?: string): Message {
  const threadTs = stringAt(source, 'thread_ts')
  const subtype = stringAt(source, 'subtype')
  return {
    conversation,
    ts: stringAt(source, 'ts') ?? '',
    user: stringAt(source, 'user') ?? '',
    text: stringAt(source, 'text') ?? '',
    blocks: objectsAt(source, 'blocks'),
    files: objectsAt(source, 'files').map(readFile),
    edited: objectAt(source, 'edited') !== undefined,
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(subtype === undefined ? {} : { subtype }),
    ...(ephemeralFor === undefined ? {} : { ephemeralFor }),
  }
}

function readFile(file: JsonObject): SharedFile {
  const name = stringAt(file, 'name') ?? ''
  const title = stringAt(file, 'title') ?? name
  return {
    id: stringAt(file, 'id') ?? '',
    name,
    title,
    mimetype: stringAt(file, 'mimetype') ?? '',
    size: typeof file.size === 'number' ? file.size : 0,
    url: pathOf(stringAt(file, 'url_private') ?? ''),
    altText: stringAt(file, 'alt_txt') ?? title,
  }
}

// A window is served under the playground's own origin, whatever base the emulator advertises.
function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url
}
