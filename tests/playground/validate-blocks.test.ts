import { describe, expect, it } from 'vitest'
import { blockKitRules } from '../../src/playground/block-kit-rules.ts'
import { validateMessage, validateView } from '../../src/playground/validate-blocks.ts'
import { displayCard, home, interactiveCard, note, wizard } from './stub-cards.ts'

type Loose = { [key: string]: unknown }

const plain = (text: string): Loose => ({ type: 'plain_text', text })
const mrkdwn = (text: string): Loose => ({ type: 'mrkdwn', text })
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const option = (text: string, value = text): Loose => ({ text: plain(text), value })
const cell = (text: string): Loose => ({ type: 'raw_text', text })
const button = (extra: Loose = {}): Loose => ({ type: 'button', text: plain('Go'), action_id: 'go', ...extra })
const actions = (...elements: Loose[]): Loose => ({ type: 'actions', elements })
const menu = (extra: Loose): Loose => actions({ type: 'static_select', action_id: 's', ...extra })
const chart = (extra: Loose): Loose => ({ type: 'data_visualization', title: 'Chart', chart: extra })
const series = (names: string[], points = 1): Loose => ({
  type: 'line',
  axis_config: { categories: many(points, (i) => `c${i}`) },
  series: names.map((name) => ({ name, data: many(points, (i) => ({ label: `c${i}`, value: i })) })),
})

const message = (...blocks: Loose[]) => validateMessage({ text: 'text', blocks })
const modal = (extra: Loose, ...blocks: Loose[]) => validateView({ type: 'modal', title: plain('T'), blocks, ...extra })
const input = (element: Loose, extra: Loose = {}): Loose => ({ type: 'input', label: plain('L'), element, ...extra })
const says = (found: readonly { rule: string; path: string }[]) => found.map(({ rule, path }) => `${rule} ${path}`)

describe('what is well-formed', () => {
  it.each([
    ['the interactive card', { text: 'x', blocks: interactiveCard }],
    ['the display card', { text: 'x', blocks: displayCard }],
    ['text alone', { text: 'x' }],
    ['markdown alone', { markdown_text: 'x' }],
  ])('%s passes', (_, payload) => {
    expect(validateMessage(payload)).toEqual([])
  })

  it.each([
    ['the wizard', wizard('w', 'W', 'C1')],
    ['a note', note('N', 'n')],
    ['a home', home(1)],
  ])('%s passes', (_, view) => {
    expect(validateView(view)).toEqual([])
  })
})

describe('what a message may not be', () => {
  it.each<[string, Loose[]]>([
    ['unknown_block /blocks/0/type', [{ type: 'nonsense' }]],
    ['unknown_property /blocks/0/colour', [{ type: 'divider', colour: 'red' }]],
    ['surface /blocks/0/type', [{ type: 'alert', text: plain('x') }]],
    ['surface /blocks/0/type', [{ type: 'file', external_id: 'x', source: 'remote' }]],
    ['blocks_max /blocks', many(51, () => ({ type: 'divider' }))],
    ['block_id_unique /blocks/1/block_id', many(2, () => ({ type: 'divider', block_id: 'same' }))],
    ['block_id_max /blocks/0/block_id', [{ type: 'divider', block_id: 'x'.repeat(256) }]],
    ['required_any /blocks/0', [{ type: 'section' }]],
    ['text_max /blocks/0/text/text', [{ type: 'section', text: mrkdwn('x'.repeat(3001)) }]],
    ['text_min /blocks/0/text/text', [{ type: 'section', text: mrkdwn('') }]],
    ['fields_max /blocks/0/fields', [{ type: 'section', fields: many(11, () => plain('x')) }]],
    ['fields_max /blocks/0/fields/0/text', [{ type: 'section', fields: [plain('x'.repeat(2001))] }]],
    ['type_allowed /blocks/0/accessory/type', [{ type: 'section', text: plain('x'), accessory: { type: 'url' } }]],
    ['text_max /blocks/0/text/text', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['text_type /blocks/0/text/type', [{ type: 'header', text: mrkdwn('x') }]],
    ['level_max /blocks/0/level', [{ type: 'header', text: plain('x'), level: 5 }]],
    ['unknown_property /blocks/0/text/emoji', [{ type: 'section', text: { ...mrkdwn('x'), emoji: true } }]],
    ['unknown_property /blocks/0/text/verbatim', [{ type: 'header', text: { ...plain('x'), verbatim: true } }]],
    ['elements_max /blocks/0/elements', [actions(...many(26, (i) => button({ action_id: `${i}` })))]],
    ['elements_min /blocks/0/elements', [actions()]],
    ['action_id_unique /blocks/0/elements/1/action_id', [actions(button(), button())]],
    ['action_id_max /blocks/0/elements/0/action_id', [actions(button({ action_id: 'x'.repeat(256) }))]],
    ['text_max /blocks/0/elements/0/text/text', [actions(button({ text: plain('x'.repeat(76)) }))]],
    ['value_max /blocks/0/elements/0/value', [actions(button({ value: 'x'.repeat(2001) }))]],
    ['url_max /blocks/0/elements/0/url', [actions(button({ url: 'x'.repeat(3001) }))]],
    ['style_enum /blocks/0/elements/0/style', [actions(button({ style: 'default' }))]],
    ['one_primary /blocks/0', [actions(...many(2, (i) => button({ action_id: `${i}`, style: 'primary' })))]],
    ['required_one_of /blocks/0/elements/0', [menu({})]],
    ['required_one_of /blocks/0/elements/0', [menu({ options: [option('a')], option_groups: [] })]],
    ['options_max /blocks/0/elements/0/options', [menu({ options: many(101, (i) => option(`${i}`)) })]],
    ['text_max /blocks/0/elements/0/options/0/text/text', [menu({ options: [option('x'.repeat(76), 'v')] })]],
    ['value_safe_max /blocks/0/elements/0/options/0/value', [menu({ options: [option('x', 'v'.repeat(76))] })]],
    ['value_max /blocks/0/elements/0/options/0/value', [menu({ options: [option('x', 'v'.repeat(151))] })]],
    ['text_type /blocks/0/elements/0/options/0/text/type', [menu({ options: [{ text: mrkdwn('x'), value: 'v' }] })]],
    ['unknown_property /blocks/0/elements/0/options/0/url', [menu({ options: [{ ...option('x'), url: 'u' }] })]],
    [
      'placeholder_max /blocks/0/elements/0/placeholder/text',
      [menu({ options: [option('x')], placeholder: plain('p'.repeat(151)) })],
    ],
    [
      'options_max /blocks/0/elements/0/options',
      [actions({ type: 'overflow', options: many(6, (i) => option(`${i}`)) })],
    ],
    [
      'options_max /blocks/0/elements/0/options',
      [actions({ type: 'checkboxes', options: many(11, (i) => option(`${i}`)) })],
    ],
    ['initial_date_format /blocks/0/elements/0/initial_date', [actions({ type: 'datepicker', initial_date: 'soon' })]],
    ['type_allowed /blocks/0/elements/0/type', [actions({ type: 'feedback_buttons' })]],
    ['elements_max /blocks/0/elements', [{ type: 'context', elements: many(11, () => plain('x')) }]],
    ['required /blocks/0/alt_text', [{ type: 'image', image_url: 'https://x' }]],
    ['required_one_of /blocks/0', [{ type: 'image', alt_text: 'x' }]],
    ['id_format /blocks/0/slack_file/id', [{ type: 'image', alt_text: 'x', slack_file: { id: 'nope' } }]],
    ['rows_max /blocks/0/rows', [{ type: 'table', rows: many(101, () => [cell('x')]) }]],
    ['rows_max /blocks/0/rows/0', [{ type: 'table', rows: [many(21, () => cell('x'))] }]],
    ['text_min /blocks/0/rows/0/0/text', [{ type: 'table', rows: [[cell('')]] }]],
    ['chars_per_message_max /blocks', [{ type: 'table', rows: [[cell('x'.repeat(10_001))]] }]],
    ['per_message_safe_max /blocks', many(2, () => ({ type: 'table', rows: [[cell('x')]] }))],
    [
      'columns_equal /blocks/0/rows/1',
      [{ type: 'data_table', caption: 'c', rows: [[cell('a'), cell('b')], [cell('c')]] }],
    ],
    ['rows_min /blocks/0/rows', [{ type: 'data_table', caption: 'c', rows: [[cell('a')]] }]],
    ['rows_max /blocks/0/rows', [{ type: 'data_table', caption: 'c', rows: many(202, () => [cell('a')]) }]],
    ['required /blocks/0/caption', [{ type: 'data_table', rows: many(2, () => [cell('a')]) }]],
    [
      'page_size_max /blocks/0/page_size',
      [{ type: 'data_table', caption: 'c', page_size: 101, rows: many(2, () => [cell('a')]) }],
    ],
    ['title_max /blocks/0/title', [{ ...chart(series(['a'])), title: 'x'.repeat(51) }]],
    ['series_name_unique /blocks/0/chart/series/1/name', [chart(series(['a', 'a']))]],
    ['series_max /blocks/0/chart/series', [chart(series(many(13, (i) => `s${i}`)))]],
    ['data_max /blocks/0/chart/series/0/data', [chart(series(['a'], 21))]],
    ['value_min /blocks/0/chart/segments/0/value', [chart({ type: 'pie', segments: [{ label: 'a', value: 0 }] })]],
    ['per_message_max /blocks', many(3, () => chart(series(['a'])))],
    ['text_max /blocks/0/text', [{ type: 'markdown', text: 'x'.repeat(12_001) }]],
    ['chars_per_message_max /blocks', many(2, () => ({ type: 'markdown', text: 'x'.repeat(7000) }))],
    ['blocks_text_chars_safe_max /blocks', many(4, () => ({ type: 'section', text: mrkdwn('x'.repeat(2600)) }))],
    ['msg_blocks_too_long /blocks', many(5, () => ({ type: 'section', text: mrkdwn('x'.repeat(2600)) }))],
    ['title_max /blocks/0/title/text', [{ type: 'card', title: plain('x'.repeat(151)) }]],
    ['type /blocks/0/title', [{ type: 'card', title: 'bare' }]],
    ['actions_max /blocks/0/actions', [{ type: 'card', actions: many(4, (i) => button({ action_id: `${i}` })) }]],
    [
      'elements_max /blocks/0/elements',
      [{ type: 'carousel', elements: many(11, () => ({ type: 'card', title: plain('x') })) }],
    ],
    [
      'type_allowed /blocks/0/child_blocks/0/type',
      [{ type: 'container', title: plain('x'), child_blocks: [chart(series(['a']))] }],
    ],
    [
      'requires /blocks/0/default_collapsed',
      [{ type: 'container', title: plain('x'), default_collapsed: true, child_blocks: [{ type: 'divider' }] }],
    ],
    [
      'indent_max /blocks/0/elements/0/indent',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', indent: 9, elements: [] }] }],
    ],
    [
      'type_allowed /blocks/0/elements/0/elements/0/type',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'bold' }] }] }],
    ],
    ['status_enum /blocks/0/status', [{ type: 'task_card', task_id: 't', title: 'x', status: 'pending' }]],
    ['type /blocks/0/title', [{ type: 'plan', title: plain('x') }]],
    [
      'deny_max /blocks/0/elements/0/confirm/deny/text',
      [
        actions(
          button({
            confirm: { title: plain('t'), text: plain('x'), confirm: plain('y'), deny: plain('n'.repeat(31)) },
          }),
        ),
      ],
    ],
    [
      'elements_max /blocks/0/elements',
      [
        {
          type: 'context_actions',
          elements: many(6, (i) => ({ type: 'icon_button', icon: 'trash', text: plain('x'), action_id: `${i}` })),
        },
      ],
    ],
  ])('%s', (expected, blocks) => {
    expect(says(message(...blocks))).toContain(expected)
  })

  it('misses text beside blocks, numbers as timestamps, and markdown_text beside text', () => {
    expect(says(validateMessage({ blocks: [{ type: 'divider' }] }))).toEqual(['text_required_with_blocks /text'])
    expect(says(validateMessage({ text: 'x', thread_ts: 1234.5 }))).toEqual(['timestamps_are_strings /thread_ts'])
    expect(says(validateMessage({ text: 'x', markdown_text: 'y' }))).toEqual(['exclusive /markdown_text'])
    expect(says(validateMessage({ text: 'x'.repeat(4001) }))).toEqual(['text_safe_max /text'])
  })

  it('takes nothing that is no message', () => {
    expect(says(validateMessage('text'))).toEqual(['type '])
    expect(says(validateMessage({ text: 'x', blocks: 'none' }))).toEqual(['type /blocks'])
  })
})

describe('what a view may not be', () => {
  const text = input({ type: 'plain_text_input', action_id: 'v' })

  it.each<[string, ReturnType<typeof validateView>]>([
    ['title_max /title/text', modal({ title: plain('x'.repeat(25)), submit: plain('s') }, text)],
    ['submit_max /submit/text', modal({ submit: plain('x'.repeat(25)) }, text)],
    ['submit_required_with_input /submit', modal({}, text)],
    ['blocks_min /blocks', modal({})],
    ['blocks_max /blocks', modal({}, ...many(101, () => ({ type: 'divider' })))],
    ['private_metadata_max /private_metadata', modal({ private_metadata: 'x'.repeat(3001) }, { type: 'divider' })],
    ['callback_id_max /callback_id', modal({ callback_id: 'x'.repeat(256) }, { type: 'divider' })],
    ['surface /blocks/0/type', modal({}, { type: 'table', rows: [[cell('x')]] })],
    ['surface /blocks/0/type', modal({}, { type: 'markdown', text: 'x' })],
    ['surface /blocks/0/type', modal({}, chart(series(['a'])))],
    ['unknown_property /colour', modal({ colour: 'red' }, { type: 'divider' })],
    ['view_bytes_max ', modal({}, ...many(90, () => ({ type: 'section', text: plain('x'.repeat(2990)) })))],
    ['label_max /blocks/0/label/text', modal({ submit: plain('s') }, { ...text, label: plain('x'.repeat(2001)) })],
    [
      'max_length_max /blocks/0/element/max_length',
      modal({ submit: plain('s') }, input({ type: 'plain_text_input', max_length: 3001 })),
    ],
    [
      'min_length_not_above /blocks/0/element/min_length',
      modal({ submit: plain('s') }, input({ type: 'plain_text_input', min_length: 9, max_length: 3 })),
    ],
    ['required /blocks/0/element/is_decimal_allowed', modal({ submit: plain('s') }, input({ type: 'number_input' }))],
    [
      'incompatible /blocks/0/dispatch_action',
      modal({ submit: plain('s') }, input({ type: 'file_input' }, { dispatch_action: true })),
    ],
    ['type_allowed /blocks/0/element/type', modal({ submit: plain('s') }, input(button()))],
    [
      'focus_on_load_per_view_max /blocks',
      modal({ submit: plain('s') }, ...many(2, () => input({ type: 'plain_text_input', focus_on_load: true }))),
    ],
    [
      'response_url_enabled /blocks/0',
      modal({}, actions({ type: 'conversations_select', response_url_enabled: true })),
    ],
    ['unknown_property /title', validateView({ type: 'home', title: plain('x'), blocks: [{ type: 'divider' }] })],
    ['surface /blocks/0/type', validateView({ type: 'home', blocks: [{ type: 'alert', text: plain('x') }] })],
  ])('%s', (expected, found) => {
    expect(says(found)).toContain(expected)
  })
})

it('names every required property among the known ones', () => {
  for (const family of Object.values(blockKitRules)) {
    for (const [type, rule] of Object.entries(family)) {
      const named = [...(rule.required ?? []), ...(rule.requiredAny ?? []), ...(rule.requiredOneOf ?? [])]
      expect(
        named.filter((name) => !(name in rule.properties)),
        type,
      ).toEqual([])
    }
  }
})
