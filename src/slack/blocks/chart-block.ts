import type { Block } from '@slack/types'
import type { Chart } from '../../pages/page.ts'

interface DataPoint {
  readonly label: string
  readonly value: number
}

/**
 * Slack's native chart, which its types don't have yet (docs.slack.dev/reference/block-kit/blocks/data-visualization-block).
 * Slack draws no ranges: the low and the high ends stand side by side as bars.
 */
export interface DataVisualizationBlock extends Block {
  readonly type: 'data_visualization'
  readonly title: string
  readonly chart: {
    readonly type: 'bar'
    readonly series: readonly { readonly name: string; readonly data: readonly DataPoint[] }[]
    readonly axis_config: { readonly categories: readonly string[]; readonly x_label: string; readonly y_label: string }
  }
}

/** A chart that has been fitted to Slack's limits, as a block. */
export function chartBlock({ title, categories, series, xLabel, yLabel }: Chart): DataVisualizationBlock {
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: 'bar',
      series: series.map(({ name, values }) => ({
        name,
        data: categories.map((label, index) => ({ label, value: shown(values[index] ?? 0) })),
      })),
      axis_config: { categories, x_label: xLabel, y_label: yLabel },
    },
  }
}

/** Three significant digits: more can't be seen, and none of them would be true. */
const shown = (value: number): number => Number(value.toPrecision(3))
