import { boolean, integer, list, number, type ObjectRule, object, oneOf, type Rule, rich, string } from './rule.ts'

const type: Rule = string({ min: 1 })
const style: Rule = object({
  properties: { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
})
const border: Rule = number({ oneOf: [0, 1] })
const inline = ['text', 'link', 'emoji', 'user', 'usergroup', 'channel', 'broadcast', 'date', 'color', 'team'] as const

function inlineRule(properties: { readonly [name: string]: Rule }, required: readonly string[]): ObjectRule {
  return { properties: { type, style, ...properties }, required }
}

/** Every part of a rich text block, by type. */
export const richParts: { readonly [type: string]: ObjectRule } = {
  rich_text_section: { properties: { type, elements: list(rich(...inline)) }, required: ['elements'] },
  rich_text_list: {
    properties: {
      type,
      elements: list(rich('rich_text_section')),
      style: oneOf('bullet', 'ordered'),
      indent: integer(0, 8),
      offset: integer(0),
      border,
    },
    required: ['elements', 'style'],
  },
  rich_text_preformatted: {
    properties: { type, elements: list(rich('text', 'link')), border, language: string() },
    required: ['elements'],
  },
  rich_text_quote: { properties: { type, elements: list(rich(...inline)), border }, required: ['elements'] },
  text: inlineRule({ text: string({ min: 1 }) }, ['text']),
  link: inlineRule({ url: string({ min: 1 }), text: string(), unsafe: boolean }, ['url']),
  emoji: inlineRule({ name: string({ min: 1 }), unicode: string(), url: string(), skin_tone: integer(1, 6) }, ['name']),
  user: inlineRule({ user_id: string({ min: 1 }) }, ['user_id']),
  usergroup: inlineRule({ usergroup_id: string({ min: 1 }) }, ['usergroup_id']),
  channel: inlineRule({ channel_id: string({ min: 1 }) }, ['channel_id']),
  broadcast: inlineRule({ range: oneOf('here', 'channel', 'everyone') }, ['range']),
  date: inlineRule({ timestamp: integer(0), format: string({ min: 1 }), url: string(), fallback: string() }, [
    'timestamp',
    'format',
  ]),
  color: inlineRule({ value: string({ min: 1 }) }, ['value']),
  team: inlineRule({ team_id: string({ min: 1 }) }, ['team_id']),
}
