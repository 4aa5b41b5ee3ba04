import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateMessage } from '../../../src/playground/validate-blocks.ts'
import { limits } from '../../../src/slack/blocks/limits.ts'
import { messageOf } from '../../../src/slack/blocks/message.ts'
import { sharedBy } from '../../../src/slack/blocks/shared-message.ts'
import { wildAnswer, wildCatalogue, wildText } from '../../helpers/wild.ts'

const wildCard = fc
  .record({ answer: wildAnswer, catalogue: wildCatalogue, shareable: fc.boolean() })
  .map(({ answer, ...options }) => messageOf(answer, options))

test('a card keeps within every limit, whatever an answer holds', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(wildCard, (card) => {
      expect(validateMessage(card)).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('so does one that says who shared it, whoever that is', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(wildCard, wildText, (card, name) => {
      const shared = sharedBy(name, card)
      expect(validateMessage(shared)).toEqual([])
      // A shared card whose folds Slack refuses has to go out without them as well.
      expect(shared.withoutFolds?.length).toBe(card.withoutFolds && card.withoutFolds.length + 1)
      expect(shared.text.length).toBeLessThanOrEqual(limits.fallbackText)
      expect(shared.text).toContain('\nShared by ')
      expect(shared.text.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
    }),
    { numRuns: 300 },
  )
})

test('a card can ping nobody and disguise no link, whatever an answer holds', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(wildCard, ({ text, blocks }) => {
      expect(text).not.toMatch(/[<>]/)
      expect(text.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
      const everything = nodes(blocks)
      expect(everything.filter(({ type }) => type === 'markdown')).toEqual([])
      for (const { type, text: markup } of everything) {
        // Whatever stands in angle brackets is a link of ours, and nothing else is read as an entity.
        if (type !== 'mrkdwn') continue
        const rest = String(markup).replace(/<https?:\/\/[^\s<>|"]+\|[^<>|\n]+>/g, '')
        expect(rest).not.toMatch(/[<>]/)
        expect(rest.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
      }
      const mentions = ['user', 'usergroup', 'broadcast', 'channel', 'team']
      expect(everything.filter(({ type }) => mentions.includes(String(type)))).toEqual([])
      for (const { url } of everything) if (url !== undefined) expect(url).toMatch(/^https?:\/\/[^\s<>|"]+$/)
    }),
    { numRuns: 500 },
  )
})

/** Every object in a value, at any depth. */
function nodes(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (typeof value !== 'object' || value === null) return []
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(nodes)]
}
