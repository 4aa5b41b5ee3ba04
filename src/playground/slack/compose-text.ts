import type { JsonObject } from '../json.ts'
import type { Workspace } from '../workspace.ts'

/** Turns what a person typed into the text that Slack stores: escaped, with mentions by id. */
export function composeText(workspace: Workspace, typed: string): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped
    .replace(/(^|[\s(])@([\w-]+)/g, (whole, before: string, name: string) => {
      if (['here', 'channel', 'everyone'].includes(name)) return `${before}<!${name}>`
      const member = workspace.members.find((candidate) => candidate.name === name.toLowerCase())
      return member ? `${before}<@${member.id}>` : whole
    })
    .replace(/(^|[\s(])#([\w-]+)/g, (whole, before: string, name: string) => {
      const channel = workspace.channelNamed(name)
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole
    })
    .replace(/(^|\s)(https?:\/\/[^\s|]+)/g, '$1<$2>')
}

/** The rich text block that Slack makes of a person's message. */
export function richTextOf(text: string): JsonObject {
  const parts = text.split(/(<[^>]+>)/).filter((part) => part !== '')
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: parts.map(inlineOf) }],
  }
}

function inlineOf(part: string): JsonObject {
  const inner = part.startsWith('<') && part.endsWith('>') ? part.slice(1, -1) : undefined
  if (inner === undefined) return { type: 'text', text: plain(part) }
  if (inner.startsWith('@')) return { type: 'user', user_id: inner.slice(1) }
  if (inner.startsWith('#')) return { type: 'channel', channel_id: inner.slice(1).split('|')[0] ?? '' }
  if (inner.startsWith('!')) return { type: 'broadcast', range: inner.slice(1) }
  return { type: 'link', url: plain(inner) }
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
