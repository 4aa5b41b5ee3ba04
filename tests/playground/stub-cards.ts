import type { Block, View } from '@slack/types'

type Anything = Block & { [key: string]: unknown }

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true })
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() })
const cell = (text: string) => ({ type: 'raw_text', text })
const meshes = ['Istio', 'Linkerd', 'Cilium'].map(option)

/** A card with every element that acts in a message. */
export const interactiveCard: Anything[] = [
  { type: 'header', text: plain('Istio and Linkerd') },
  {
    type: 'section',
    block_id: 'intro',
    text: mrkdwn('Both do *mTLS*. See <https://example.com|the sources>.'),
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [option('Sources'), option('History')],
    },
  },
  { type: 'section', block_id: 'fields', fields: [mrkdwn('*Istio*\nsidecar'), mrkdwn('*Linkerd*\nsidecar')] },
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [
      { type: 'button', action_id: 'share', text: plain('Share in channel'), style: 'primary', value: 'v1' },
      { type: 'button', action_id: 'replace', text: plain('Replace me') },
      {
        type: 'button',
        action_id: 'delete',
        text: plain('Delete me'),
        style: 'danger',
        confirm: {
          title: plain('Delete the card?'),
          text: plain('It will be gone.'),
          confirm: plain('Delete'),
          deny: plain('Keep'),
        },
      },
      { type: 'button', action_id: 'open_modal', text: plain('Open wizard') },
      { type: 'button', action_id: 'forgotten', text: plain('Nobody listens') },
    ],
  },
  {
    type: 'actions',
    block_id: 'menus',
    elements: [
      { type: 'static_select', action_id: 'pick_mesh', placeholder: plain('Pick a mesh'), options: meshes },
      { type: 'multi_static_select', action_id: 'pick_meshes', placeholder: plain('Pick meshes'), options: meshes },
      { type: 'external_select', action_id: 'search_topic', placeholder: plain('Search topics'), min_query_length: 1 },
      { type: 'users_select', action_id: 'pick_user', placeholder: plain('Pick somebody') },
      { type: 'channels_select', action_id: 'pick_channel', placeholder: plain('Pick a channel') },
      { type: 'datepicker', action_id: 'pick_date', initial_date: '2026-12-01' },
      { type: 'timepicker', action_id: 'pick_time' },
    ],
  },
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      { type: 'radio_buttons', action_id: 'pick_one', options: meshes },
      { type: 'checkboxes', action_id: 'pick_some', options: meshes },
    ],
  },
  {
    type: 'context_actions',
    block_id: 'feedback',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Good'), value: 'good', accessibility_label: 'Good answer' },
        negative_button: { text: plain('Bad'), value: 'bad', accessibility_label: 'Bad answer' },
      },
    ],
  },
  { type: 'context', elements: [mrkdwn('Checked 2026-11-01')] },
]

/** A message with every block that only displays. */
export const displayCard: Anything[] = [
  { type: 'header', text: plain('Latency, measured') },
  {
    type: 'table',
    rows: [
      [cell('Mesh'), cell('Added p99')],
      [cell('Istio'), { type: 'raw_number', value: 3.1, text: '3.1 ms' }],
      [cell('Linkerd'), { type: 'raw_number', value: 1.2, text: '1.2 ms' }],
    ],
    column_settings: [{ align: 'left' }, { align: 'right' }],
  },
  {
    type: 'data_table',
    caption: 'Support by mesh',
    page_size: 2,
    rows: [
      [cell('Topic'), cell('Istio'), cell('Linkerd')],
      [cell('mTLS'), cell('yes'), cell('yes')],
      [cell('Rate limiting'), cell('yes'), cell('partly')],
      [cell('Wasm'), cell('yes'), cell('no')],
    ],
  },
  {
    type: 'data_visualization',
    title: 'Added latency',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'p99',
          data: [
            { label: 'Istio', value: 3.1 },
            { label: 'Linkerd', value: 1.2 },
          ],
        },
      ],
      axis_config: { categories: ['Istio', 'Linkerd'], y_label: 'ms' },
    },
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Rust proxy', style: { bold: true } }] },
          { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://example.com', text: 'source' }] },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'linkerd check' }] },
    ],
  },
  { type: 'markdown', text: '**Bold** and `code`\n\n- one\n- two' },
  { type: 'divider' },
  {
    type: 'carousel',
    elements: ['Istio', 'Linkerd', 'Cilium'].map((name) => ({
      type: 'card',
      title: mrkdwn(`*${name}*`),
      body: mrkdwn('A service mesh'),
      actions: [{ type: 'button', action_id: `choose_${name}`, text: plain(`Choose ${name}`), value: name }],
    })),
  },
  {
    type: 'container',
    title: plain('Why'),
    is_collapsible: true,
    child_blocks: [{ type: 'section', text: mrkdwn('Because of the proxy.') }],
  },
  { type: 'task_card', task_id: 't1', title: 'Read the facts', status: 'complete' },
]

/** The wizard: one input of each kind. */
export function wizard(callbackId: string, title: string, privateMetadata = ''): View {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title),
    submit: plain('Next'),
    close: plain('Cancel'),
    notify_on_close: true,
    private_metadata: privateMetadata,
    blocks: [
      { type: 'section', text: mrkdwn('Tell me about the *cluster*.') },
      {
        type: 'input',
        block_id: 'name',
        label: plain('Name'),
        hint: plain('At least three letters'),
        element: { type: 'plain_text_input', action_id: 'value', min_length: 3, placeholder: plain('prod-eu') },
      },
      {
        type: 'input',
        block_id: 'nodes',
        label: plain('Nodes'),
        element: { type: 'number_input', action_id: 'value', is_decimal_allowed: false, min_value: '1' },
      },
      {
        type: 'input',
        block_id: 'mesh',
        label: plain('Candidates'),
        element: { type: 'multi_static_select', action_id: 'value', options: meshes, placeholder: plain('Choose') },
      },
      {
        type: 'input',
        block_id: 'skill',
        label: plain('Envoy skill'),
        element: { type: 'radio_buttons', action_id: 'value', options: ['None', 'Some', 'Deep'].map(option) },
      },
      {
        type: 'input',
        block_id: 'needs',
        optional: true,
        label: plain('Needs'),
        element: { type: 'checkboxes', action_id: 'value', options: ['mTLS', 'FIPS'].map(option) },
      },
      {
        type: 'input',
        block_id: 'deadline',
        optional: true,
        label: plain('Deadline'),
        element: { type: 'datepicker', action_id: 'value' },
      },
      {
        type: 'actions',
        block_id: 'inside',
        elements: [
          { type: 'button', action_id: 'push_help', text: plain('Help') },
          { type: 'button', action_id: 'update_modal', text: plain('Rename') },
        ],
      },
    ],
  }
}

/** A modal that only says something. */
export function note(title: string, text: string): View {
  return {
    type: 'modal',
    callback_id: 'note',
    title: plain(title),
    close: plain('Back'),
    blocks: [
      { type: 'section', text: mrkdwn(text) },
      {
        type: 'actions',
        block_id: 'deeper',
        elements: [{ type: 'button', action_id: 'push_help', text: plain('Deeper') }],
      },
    ],
  }
}

/** The App Home. */
export function home(visits: number): View {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Your decisions') },
      { type: 'section', text: mrkdwn(`Visits: ${visits}`) },
      {
        type: 'actions',
        block_id: 'home_actions',
        elements: [{ type: 'button', action_id: 'open_modal', text: plain('Open wizard') }],
      },
    ],
  }
}
