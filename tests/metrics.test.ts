import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createMetrics } from '../src/metrics.ts'

const operations = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8')

/** Metrics of which each has been told something. */
function used() {
  const metrics = createMetrics({ version: '1.2.3', ofProcess: false })
  metrics.requested('event', 0.02)
  metrics.acknowledged('event', 0.01)
  metrics.requestFailed('ours')
  metrics.answered('fact')
  metrics.slackCalled('chat.postMessage', 'rate_limited', 0.1)
  metrics.deliveredAgain('left')
  metrics.socket(true)
  metrics.queried('select', 0.001, true)
  metrics.forgotten('thread')
  metrics.worked('clean-up', 'done')
  metrics.overdue(3)
  metrics.knowledgeFrom(() => ({ loadedAt: new Date(1_000), cells: 7, oldestCheck: '2026-01-02', problems: 0 }))
  return metrics.text()
}

test('what the docs name is there, and what is there is named', async () => {
  const named = new Set([...operations.matchAll(/`meshwise_(\w+)/g)].map(([, name]) => name))
  for (const [, name] of operations.matchAll(/`…_(\w+)`/g)) named.add(`knowledge_${name}`)
  const there = new Set([...(await used()).matchAll(/^# TYPE meshwise_(\w+) /gm)].map(([, name]) => name))
  expect([...named].sort()).toEqual([...there].sort())
})

test('every line is one that Prometheus reads', async () => {
  const text = await used()
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? (\d[\d.e+-]*|\+Inf|NaN)|)$/)
  }
  expect(text).toMatch(/^meshwise_knowledge_oldest_check_timestamp_seconds 1767312000$/m)
  expect(text).toMatch(/^meshwise_build_info\{version="1\.2\.3"\} 1$/m)
})
