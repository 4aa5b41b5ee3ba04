import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/commands/command.ts'
import { compareMeshes, helpCommand, showMesh, topicsCommand } from '../../../src/commands/make.ts'
import { spell } from '../../../src/commands/table.ts'
import { bold, type Choice, type Page, type Part, type Table } from '../../../src/pages/page.ts'
import { limits } from '../../../src/slack/blocks/limits.ts'
import type { MessageBlock } from '../../../src/slack/blocks/part-blocks.ts'
import { toBlocks } from '../../../src/slack/blocks/to-blocks.ts'

const page = (parts: readonly Part[], choices: readonly Choice[] = []): Page => ({
  understood: 'Istio · Retries',
  lead: [bold('Yes.'), ' It retries.'],
  parts,
  choices: choices.length > 0 ? [choices] : [],
  command: 'fact istio on retries',
})
const shown = (blocks: readonly MessageBlock[]): string => JSON.stringify(blocks)
const ofType = <T extends MessageBlock['type']>(blocks: readonly MessageBlock[], type: T) =>
  blocks.filter((block): block is Extract<MessageBlock, { type: T }> => block.type === type)

describe('order', () => {
  test('what was understood is the title, the verdict comes next, choices come last', () => {
    const blocks = toBlocks(
      page([{ kind: 'note', text: ['small print'] }], [{ kind: 'ask', label: 'More', command: topicsCommand }]),
    )
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'context', 'actions'])
    expect(shown(blocks.slice(0, 1))).toContain('Istio · Retries')
    expect(shown(blocks.slice(1, 2))).toContain('Yes.')
  })

  test('headings are headers of a lower level, so that a screen reader can jump to them', () => {
    const blocks = toBlocks(page([{ kind: 'list', heading: 'Limits', items: [['one']] }]))
    expect(ofType(blocks, 'header')).toMatchObject([{ level: 2 }, { level: 3, text: { text: 'Limits' } }])
  })
})

describe('tables', () => {
  const table = (name: string, columns = 2, rows = 2): Table => ({
    kind: 'table',
    header: Array.from({ length: columns }, (_, column) => `column ${column}`),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => [`${name} ${row}/${column}`]),
    ),
  })

  test('the second table of a message is told as a list, with every cell', () => {
    const blocks = toBlocks(page([table('first'), table('second')]))
    expect(ofType(blocks, 'table')).toHaveLength(1)
    for (const cell of ['first 0/0', 'first 1/1', 'second 0/0', 'second 1/1']) expect(shown(blocks)).toContain(cell)
  })

  test('a table of too many columns is told as a list, with every cell and the names of its columns', () => {
    const blocks = toBlocks(page([table('wide', limits.table.columns + 1)]))
    expect(ofType(blocks, 'table')).toHaveLength(0)
    expect(shown(blocks)).toContain('wide 1/20')
    expect(shown(blocks)).toContain('column 20: ')
  })

  test('a cell is never empty, and raw where nothing in it is styled', () => {
    const [block] = ofType(
      toBlocks(page([{ kind: 'table', header: ['A', ''], rows: [[[''], [bold(' '), '']]] }])),
      'table',
    )
    expect(block?.rows[1]?.[0]).toEqual({ type: 'raw_text', text: '–' })
    expect(shown(block ? [block] : [])).not.toContain('"text":""')
  })

  test('cells wrap, so that words are not cut', () => {
    const [block] = ofType(toBlocks(page([table('t')])), 'table')
    expect(block?.column_settings).toEqual([
      { align: 'left', is_wrapped: true },
      { align: 'left', is_wrapped: true },
    ])
  })
})

describe('what does not fit', () => {
  test('what is folded is a container that is closed', () => {
    const blocks = toBlocks({
      ...page([]),
      folds: [
        {
          title: 'Limits',
          parts: [{ kind: 'list', items: [['one'], ['two ', { text: 'docs', url: 'https://a.example/?a=1&b=2' }]] }],
          choices: [{ kind: 'ask', label: 'Topics', command: topicsCommand }],
        },
      ],
    })
    expect(ofType(blocks, 'container')).toMatchObject([
      {
        title: { text: 'Limits' },
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [
          { type: 'section', text: { type: 'plain_text', text: '• one' } },
          { type: 'section', text: { type: 'mrkdwn', text: '• two <https://a.example/?a=1&amp;b=2|docs>' } },
          { type: 'actions', elements: [{ value: 'topics' }] },
        ],
      },
    ])
    expect(shown(blocks)).not.toContain('"details"')
  })

  const manyTables: Page = {
    ...page([]),
    folds: [{ title: 'Eleven', parts: Array.from({ length: 11 }, (_, n) => ({ kind: 'note', text: [`note ${n}`] })) }],
  }
  test('a fold of more than a container takes is behind Details, and so is all of it where containers are refused', () => {
    for (const blocks of [
      toBlocks(manyTables),
      toBlocks({ ...manyTables, folds: [], details: manyTables.folds ?? [] }),
    ]) {
      expect(ofType(blocks, 'container')).toEqual([])
      expect(ofType(blocks, 'actions')).toMatchObject([
        { elements: [{ action_id: 'details', value: 'fact istio on retries' }] },
      ])
    }
    const small: Page = { ...page([]), folds: [{ title: 'Limits', parts: [{ kind: 'note', text: ['one'] }] }] }
    expect(ofType(toBlocks(small), 'actions')).toEqual([])
    expect(ofType(toBlocks(small, false), 'container')).toEqual([])
    expect(shown(toBlocks(small, false))).toContain('"details"')
  })

  test('more than four choices are folded, and Details and sharing stay in sight', () => {
    const asks = ['istio', 'linkerd', 'consul', 'cilium'].map(
      (mesh): Choice => ({ kind: 'ask', label: mesh, command: showMesh(mesh) }),
    )
    const blocks = toBlocks({ ...manyTables, choices: [[...asks, { kind: 'share', command: topicsCommand }]] })
    const last = ofType(blocks, 'actions').at(-1)
    expect(last?.elements.map(({ action_id: id }) => id)).toEqual(['ask.0', 'ask.1', 'details', 'share'])
    expect(shown(ofType(blocks, 'container'))).toContain('show cilium')
  })

  test('sources keep their place before a list that fills the message, and the message says that it is shortened', () => {
    const long = Array.from({ length: 40 }, (_, index) => [`${index} ${'word '.repeat(200)}`])
    const source = { id: 's', title: 'The source', url: 'https://s.example', publisher: 'P', sells: true, date: '2026' }
    const blocks = toBlocks(
      page([
        { kind: 'list', items: long },
        { kind: 'list', items: long },
        { kind: 'sources', sources: [source], checked: '2026-11-22' },
      ]),
    )
    expect(shown(blocks)).toContain('Sources, checked 22 Nov 2026')
    expect(shown(blocks)).toContain('"url":"https://s.example"')
    expect(shown(blocks)).toContain('P ◆')
    expect(shown(blocks)).toContain('"details"')
  })

  test('a text that is cut is cut at a word, and Details have it', () => {
    const blocks = toBlocks(page([{ kind: 'paragraph', text: ['word '.repeat(1_000)] }]))
    expect(shown(blocks)).toContain('word…')
    expect(shown(blocks)).toContain('"details"')
  })

  test('a page that fits says nothing of the kind', () => {
    const blocks = toBlocks(page([{ kind: 'list', items: [['one']], cap: 1 }]))
    expect(shown(blocks)).not.toMatch(/Shortened|details/)
  })
})

describe('choices', () => {
  test('action ids of asks are numbered through all rows; each carries its command', () => {
    const ask = (command: Command): Choice => ({ kind: 'ask', label: command.kind, command })
    const blocks = toBlocks({
      ...page([]),
      choices: [[ask(topicsCommand), ask(helpCommand)], [ask(showMesh('istio'))]],
    })
    const elements = ofType(blocks, 'actions').flatMap((block) => block.elements)
    expect(elements).toMatchObject([
      { action_id: 'ask.0', value: 'topics' },
      { action_id: 'ask.1', value: 'help' },
      { action_id: 'ask.2', value: 'show istio' },
    ])
  })

  test('vague buttons say aloud what they do; a correction names mesh and topic', () => {
    const [block] = ofType(
      toBlocks(
        page(
          [],
          [
            { kind: 'correct', mesh: 'istio', topic: 'retries' },
            { kind: 'share', command: showMesh('istio') },
          ],
        ),
      ),
      'actions',
    )
    expect(block?.elements).toMatchObject([
      {
        action_id: 'correct',
        value: '{"mesh":"istio","topic":"retries"}',
        accessibility_label: expect.stringContaining('wrong'),
      },
      { action_id: 'share', value: 'show istio', accessibility_label: expect.stringContaining('everybody') },
    ])
  })

  test('an option whose command is too long for a menu becomes a button beside it', () => {
    const long = compareMeshes(['istio', 'linkerd'], 'x'.repeat(80))
    const options = [
      { label: 'Short', command: compareMeshes(['istio', 'linkerd']) },
      { label: 'Long', command: long },
    ]
    const blocks = toBlocks(page([], [{ kind: 'pick', id: 'area', label: 'Another area', options }]))
    expect(ofType(blocks, 'actions')).toMatchObject([
      {
        elements: [
          { action_id: 'ask.area', options: [{ value: 'compare istio linkerd' }] },
          { type: 'button', text: { text: 'Long' }, value: spell(long) },
        ],
      },
    ])
    expect(shown(blocks)).not.toContain('Shortened to fit a message.')
  })

  test('a select holds at most as many options as Slack takes', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({ label: `${index}`, command: showMesh(`${index}`) }))
    const [block] = ofType(toBlocks(page([], [{ kind: 'pick', id: 'area', label: 'Area', options }])), 'actions')
    expect(block?.elements[0]).toHaveProperty('options.length', limits.options)
  })
})

describe('links', () => {
  test.each(['javascript:alert(1)', 'https://a.example/|<!channel>', 'ftp://a.example', ''])(
    'an address such as %j becomes text',
    (url) => {
      const blocks = toBlocks(page([{ kind: 'paragraph', text: [{ text: 'docs', url }] }]))
      expect(shown(blocks)).not.toContain('"link"')
      expect(shown(blocks)).toContain('docs')
    },
  )
})
