import { describe, expect, test } from 'vitest'
import { topicsCommand } from '../../src/commands/make.ts'
import { bold, type Page } from '../../src/pages/page.ts'
import { toText } from '../../src/pages/to-text.ts'
import { limits } from '../../src/slack/blocks/limits.ts'
import { toMessageText } from '../../src/slack/blocks/message-text.ts'

const page: Page = {
  understood: 'Istio · Retries',
  lead: [bold('Yes.'), ' It retries <5 times> & more.'],
  parts: [
    { kind: 'paragraph', heading: 'Why', text: ['Because.'] },
    { kind: 'list', heading: 'Limits', items: [['one'], ['two']], cap: 1 },
    { kind: 'table', header: ['Topic', 'Istio', 'Linkerd'], rows: [[['Retries'], ['Yes'], ['Partly']]] },
    {
      kind: 'sources',
      checked: '2026-11-22',
      sources: [
        { id: 'a', title: 'A', url: 'https://a.example', publisher: 'P', sells: true, date: '2026' },
        { id: 'b', title: 'B', url: 'https://b.example', publisher: 'Q', sells: false, date: '2026' },
      ],
    },
    { kind: 'note', text: ['Small print.'] },
  ],
  choices: [[{ kind: 'ask', label: 'All topics', command: topicsCommand }]],
  command: 'fact istio on retries',
}

test('plain text says all that the page holds, line by line, in its own characters', () => {
  expect(toText(page)).toBe(
    [
      'Istio · Retries',
      'Yes. It retries <5 times> & more.',
      'Why:',
      'Because.',
      'Limits:',
      '• one',
      '• two',
      '• Retries: Istio: Yes; Linkerd: Partly',
      'Checked 22 Nov 2026. Sources: A (P ◆) https://a.example; B (Q) https://b.example (◆ sells this mesh or a rival of it)',
      'Small print.',
      'You can ask next: All topics.',
    ].join('\n'),
  )
})

describe('the text of a message', () => {
  test('is the plain text, escaped once', () => {
    expect(toMessageText(page)).toContain('It retries &lt;5 times&gt; &amp; more.')
    expect(toMessageText({ ...page, lead: ['<!channel> &lt;'] })).toContain('&lt;!channel&gt; &amp;lt;')
  })

  test('loses its end where it is too long, and says how to read it', () => {
    const long: Page = {
      ...page,
      parts: [{ kind: 'list', items: Array.from({ length: 500 }, (_, n) => [`line ${n}`]) }],
    }
    const text = toMessageText(long)
    expect(text.length).toBeLessThanOrEqual(limits.fallbackText)
    expect(text).toContain('line 100')
    expect(text.split('\n').at(-1)).toBe('In a terminal, mesh fact istio on retries --full prints all of it.')
  })
})
