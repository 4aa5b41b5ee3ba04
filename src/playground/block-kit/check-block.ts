import { blockKitRules } from '../block-kit-rules.ts'
import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../json.ts'
import { cellTypes, chartRule, planTask } from './blocks.ts'
import { checkObject, checkRule, type Findings } from './check-rule.ts'

/** Holds one block against its own rule and what its table can't say. */
export function checkBlock(block: unknown, allowed: readonly string[], path: string, findings: Findings): void {
  const type = isObject(block) ? stringAt(block, 'type') : undefined
  if (!isObject(block) || type === undefined) {
    findings.error(path, 'type', 'a block must be an object with a type')
    return
  }
  const rule = Object.hasOwn(blockKitRules.block, type) ? blockKitRules.block[type] : undefined
  if (rule === undefined) {
    findings.error(`${path}/type`, 'unknown_block', `${type} is not a block`)
    return
  }
  if (!allowed.includes(type)) findings.error(`${path}/type`, 'surface', `${type} is not allowed on this surface`)
  checkObject(block, rule, path, type, findings)
  particulars[type]?.(block, path, findings)
}

const particulars: { readonly [type: string]: (block: JsonObject, path: string, findings: Findings) => void } = {
  data_table: checkDataTable,
  data_visualization: (block, path, findings) => checkChart(objectAt(block, 'chart') ?? {}, `${path}/chart`, findings),
  plan: (block, path, findings) =>
    objectsAt(block, 'tasks').forEach((task, index) => {
      checkRule(task, planTask, `${path}/tasks/${index}`, 'task', findings)
    }),
  actions: checkActionIds,
  context_actions: checkActionIds,
  input: (block, path, findings) => {
    const element = objectAt(block, 'element')
    if (element?.type === 'file_input' && block.dispatch_action !== undefined) {
      findings.error(`${path}/dispatch_action`, 'incompatible', 'a file_input may not dispatch its action')
    }
    if (element) checkInputLengths(element, `${path}/element`, findings)
  },
  container: (block, path, findings) => {
    objectsAt(block, 'child_blocks').forEach((child, index) => {
      particulars[stringAt(child, 'type') ?? '']?.(child, `${path}/child_blocks/${index}`, findings)
    })
    if (block.has_header_divider === true && block.is_collapsible === true) {
      findings.warn(
        `${path}/has_header_divider`,
        'ignored',
        'has_header_divider is ignored where is_collapsible is set',
      )
    }
  },
}

function checkActionIds(block: JsonObject, path: string, findings: Findings): void {
  const seen = new Set<string>()
  let primaries = 0
  objectsAt(block, 'elements').forEach((element, index) => {
    const id = stringAt(element, 'action_id')
    if (id !== undefined && seen.has(id)) {
      findings.error(`${path}/elements/${index}/action_id`, 'action_id_unique', `action_id ${id} is used twice`)
    }
    if (id !== undefined) seen.add(id)
    if (element.style === 'primary') primaries += 1
  })
  if (primaries > 1) findings.warn(path, 'one_primary', 'Slack advises one primary button in a set')
}

function checkInputLengths(element: JsonObject, path: string, findings: Findings): void {
  const { min_length: min, max_length: max } = element
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    findings.error(`${path}/min_length`, 'min_length_not_above', 'min_length is above max_length')
  }
}

function checkDataTable(block: JsonObject, path: string, findings: Findings): void {
  const rows = Array.isArray(block.rows) ? block.rows.filter((row) => Array.isArray(row)) : []
  const columns = rows[0]?.length ?? 0
  rows.forEach((row, index) => {
    if (row.length !== columns) {
      findings.error(`${path}/rows/${index}`, 'columns_equal', `row ${index} has ${row.length} cells, not ${columns}`)
    }
  })
  rows[0]?.forEach((cell: unknown, index: number) => {
    if (isObject(cell) && !cellTypes.header.some((type) => type === cell.type)) {
      findings.error(`${path}/rows/0/${index}/type`, 'header_cells', 'a header cell must be raw_text or raw_number')
    }
  })
  const header = block.row_header_column_index
  if (typeof header === 'number' && header >= columns) {
    findings.error(`${path}/row_header_column_index`, 'row_header_column_index_max', 'there is no such column')
  }
}

function checkChart(chart: JsonObject, path: string, findings: Findings): void {
  checkObject(chart, chartRule(chart.type), path, 'chart', findings)
  if (chart.type === 'pie') return
  const config = objectAt(chart, 'axis_config')
  const categories = Array.isArray(config?.categories) ? config.categories : []
  const names = new Set<unknown>()
  objectsAt(chart, 'series').forEach((series, index) => {
    if (names.has(series.name)) {
      findings.error(`${path}/series/${index}/name`, 'series_name_unique', 'two series have the same name')
    }
    names.add(series.name)
    const labels = objectsAt(series, 'data').map((point) => point.label)
    const fits = labels.length === categories.length && categories.every((category) => labels.includes(category))
    if (!fits) {
      findings.error(`${path}/series/${index}/data`, 'one_point_per_category', 'a series needs one point per category')
    }
  })
}
