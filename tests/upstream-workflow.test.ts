import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const workflow = z
  .object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.record(
      z.string(),
      z.object({
        permissions: z.record(z.string(), z.string()),
        steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
      }),
    ),
  })
  .parse(parse(readFileSync(new URL('../.github/workflows/upstream.yml', import.meta.url), 'utf8')))

it('may do no more than each job needs', () => {
  expect(workflow.permissions).toEqual({})
  expect(Object.entries(workflow.jobs).map(([name, { permissions }]) => [name, permissions])).toEqual([
    ['read', { contents: 'read' }],
    ['tell', { issues: 'write' }],
  ])
})

it('runs nothing of ours where it may write', () => {
  const steps = workflow.jobs.tell?.steps ?? []
  expect(steps.some(({ uses, run }) => uses?.includes('checkout') || /\b(npm|npx|node)\b/.test(run ?? ''))).toBe(false)
})

it('puts nothing from outside into a script', () => {
  const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''))
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
})
