import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkup } from '../../src/slack/blocks/markup.ts'
import { mentions, readText, startsWithMention } from '../../src/slack/incoming-text.ts'

test.each([
  ['<@U0BOT> does istio do retries?', 'does istio do retries?'],
  ['<@U0BOT|meshwise> does istio do retries?', 'does istio do retries?'],
  ['istio <@U0BOT> or linkerd', 'istio or linkerd'],
  ['is <https://istio.io|istio.io> &amp; <http://linkerd.io> &lt;fast&gt;?', 'is istio.io & http://linkerd.io <fast>?'],
  ['see <#C1|mesh> and <#C2|> and <#C3>', 'see mesh and and'],
  ['<!here> <!subteam^S1|@platform> what is mTLS?', 'what is mTLS?'],
  ['&amp;lt; stays escaped once', '&lt; stays escaped once'],
  ['first line\nsecond line', 'first line\nsecond line'],
  ['   ', ''],
])('%s is read as %s', (raw, text) => {
  expect(readText(raw)).toBe(text)
})

test('what was typed comes through Slack’s escaping unchanged, but for blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(readText(escapeMarkup(typed))).toBe(typed.replace(/[ \t]+/g, ' ').trim())
    }),
  )
})

test('a mention is told from a name that begins alike', () => {
  expect(mentions('hello <@U0BOT>', 'U0BOT')).toBe(true)
  expect(mentions('hello <@U0BOT|meshwise>', 'U0BOT')).toBe(true)
  expect(mentions('hello <@U0BOTTOM>', 'U0BOT')).toBe(false)
  expect(startsWithMention('  <@U1> and istio?')).toBe(true)
  expect(startsWithMention('and istio, <@U1>?')).toBe(false)
})
