import { slackFile, slackIcon } from './composition.ts'
import {
  anyText,
  block,
  boolean,
  element,
  integer,
  list,
  number,
  type ObjectRule,
  object,
  oneOf,
  plainText,
  type Rule,
  rich,
  string,
} from './rule.ts'

const selects = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
]
const common = { type: string({ min: 1 }), block_id: string({ min: 1, max: 255 }) }
const bareText = string({ min: 1 })
const taskStatus = ['in_progress', 'complete', 'error']
const cells = ['raw_text', 'raw_number']
const chartLabel = string({ min: 1, max: 20 })

const pie: ObjectRule = {
  properties: {
    type: oneOf('pie'),
    segments: list(
      object({ properties: { label: chartLabel, value: number({ above: 0 }) }, required: ['label', 'value'] }),
      1,
      12,
    ),
  },
  required: ['type', 'segments'],
}

const seriesChart: ObjectRule = {
  properties: {
    type: oneOf('bar', 'area', 'line'),
    series: list(
      object({
        properties: {
          name: chartLabel,
          data: list(
            object({ properties: { label: chartLabel, value: number() }, required: ['label', 'value'] }),
            1,
            20,
          ),
        },
        required: ['name', 'data'],
      }),
      1,
      12,
    ),
    axis_config: object({
      properties: {
        categories: list(chartLabel, 1, 20),
        x_label: string({ min: 1, max: 50 }),
        y_label: string({ min: 1, max: 50 }),
      },
      required: ['categories'],
    }),
  },
  required: ['type', 'series', 'axis_config'],
}

/** The rule of a chart, which depends on its type. */
export function chartRule(type: unknown): ObjectRule {
  return type === 'pie' ? pie : seriesChart
}

/** The rule of a table's cell: an element, or a rich text block. */
export const cellTypes = { table: [...cells, 'rich_text'], header: cells } as const

const taskCard = (statuses: readonly string[]): ObjectRule => ({
  properties: {
    ...common,
    task_id: bareText,
    title: bareText,
    status: oneOf(...statuses),
    details: block('rich_text'),
    output: block('rich_text'),
    sources: list(element('url')),
  },
  required: ['task_id', 'title', 'status'],
})

/** Every block of Block Kit, by type. */
export const blocks: { readonly [type: string]: ObjectRule } = {
  actions: {
    properties: {
      ...common,
      elements: list(
        element(
          'button',
          'checkboxes',
          'datepicker',
          'datetimepicker',
          ...selects,
          'overflow',
          'radio_buttons',
          'rich_text_input',
          'timepicker',
          'workflow_button',
        ),
        1,
        25,
      ),
    },
    required: ['elements'],
  },
  alert: {
    properties: { ...common, text: anyText(200), level: oneOf('default', 'info', 'warning', 'error', 'success') },
    required: ['text'],
  },
  card: {
    properties: {
      ...common,
      hero_image: element('image'),
      icon: element('image'),
      slack_icon: slackIcon,
      title: anyText(150),
      subtitle: anyText(150),
      body: anyText(200),
      subtext: anyText(200),
      actions: list(element('button'), 1, 3),
    },
    requiredAny: ['hero_image', 'title', 'actions', 'body'],
    exclusive: [['icon', 'slack_icon']],
  },
  carousel: { properties: { ...common, elements: list(block('card'), 1, 10) }, required: ['elements'] },
  container: {
    properties: {
      ...common,
      title: plainText(150),
      rich_text_title: block('rich_text'),
      subtitle: anyText(150),
      icon: element('image'),
      child_blocks: list(
        block(
          'actions',
          'context',
          'divider',
          'file',
          'header',
          'image',
          'input',
          'rich_text',
          'section',
          'table',
          'video',
        ),
        1,
        10,
      ),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    required: ['child_blocks'],
    requiredAny: ['title', 'rich_text_title'],
    requires: { default_collapsed: 'is_collapsible' },
  },
  context: {
    properties: { ...common, elements: list(element('image', 'plain_text', 'mrkdwn'), 1, 10) },
    required: ['elements'],
  },
  context_actions: {
    properties: { ...common, elements: list(element('feedback_buttons', 'icon_button'), 1, 5) },
    required: ['elements'],
  },
  data_table: {
    properties: {
      ...common,
      caption: bareText,
      rows: list(list(element(...cellTypes.table), 1, 20), 2, 201),
      page_size: integer(1, 100),
      row_header_column_index: integer(0),
    },
    required: ['caption', 'rows'],
  },
  data_visualization: {
    properties: { ...common, title: string({ min: 1, max: 50 }), chart: { is: 'anything' } },
    required: ['title', 'chart'],
  },
  divider: { properties: common },
  file: {
    properties: { ...common, external_id: bareText, source: oneOf('remote') },
    required: ['external_id', 'source'],
  },
  header: { properties: { ...common, text: plainText(150), level: integer(1, 4) }, required: ['text'] },
  image: {
    properties: {
      ...common,
      alt_text: string({ min: 1, max: 2000 }),
      title: plainText(2000),
      image_url: string({ min: 1, max: 3000 }),
      slack_file: slackFile,
    },
    required: ['alt_text'],
    requiredOneOf: ['image_url', 'slack_file'],
  },
  input: {
    properties: {
      ...common,
      label: plainText(2000),
      hint: plainText(2000),
      optional: boolean,
      dispatch_action: boolean,
      element: element(
        'checkboxes',
        'datepicker',
        'datetimepicker',
        'email_text_input',
        'file_input',
        ...selects,
        'number_input',
        'plain_text_input',
        'radio_buttons',
        'rich_text_input',
        'timepicker',
        'url_text_input',
      ),
    },
    required: ['label', 'element'],
  },
  markdown: { properties: { ...common, text: string({ min: 1, max: 12_000 }) }, required: ['text'] },
  plan: {
    properties: { ...common, title: bareText, tasks: list({ is: 'anything' }) },
    required: ['title'],
  },
  rich_text: {
    properties: {
      ...common,
      elements: list(rich('rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote')),
    },
    required: ['elements'],
  },
  section: {
    properties: {
      ...common,
      text: anyText(3000),
      fields: list(anyText(2000), 1, 10),
      accessory: element(
        'button',
        'checkboxes',
        'datepicker',
        'image',
        ...selects,
        'overflow',
        'radio_buttons',
        'timepicker',
        'workflow_button',
      ),
      expand: boolean,
    },
    requiredAny: ['text', 'fields'],
  },
  table: {
    properties: {
      ...common,
      rows: list(list(element(...cellTypes.table), 1, 20), 1, 100),
      column_settings: {
        is: 'list',
        of: object({ properties: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean } }),
        max: 20,
        nullsAllowed: true,
      },
    },
    required: ['rows'],
  },
  task_card: taskCard(taskStatus),
  video: {
    properties: {
      ...common,
      alt_text: string({ min: 1 }),
      title: plainText(199),
      title_url: string(),
      thumbnail_url: string({ min: 1 }),
      video_url: string({ min: 1 }),
      author_name: string({ max: 49 }),
      description: plainText(199),
      provider_name: string(),
      provider_icon_url: string(),
    },
    required: ['alt_text', 'title', 'thumbnail_url', 'video_url'],
  },
}

/** A task inside a plan, which may also be pending. */
export const planTask: Rule = object(taskCard(['pending', ...taskStatus]))
