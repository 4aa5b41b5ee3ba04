import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { usages } from '../../src/commands/table.ts'

const manifest = z.object({
  features: z.object({ slash_commands: z.array(z.object({ usage_hint: z.string() })).length(1) }),
})

test('what Slack hints at after the command are commands as they are used', () => {
  const file = fileURLToPath(new URL('../../manifest.yml', import.meta.url))
  const { slash_commands: commands } = manifest.parse(parse(readFileSync(file, 'utf8'))).features
  const hinted = commands[0]?.usage_hint.split(' · ') ?? []
  expect(hinted.map((hint) => hint.split(' ')[0])).toEqual([
    'compare',
    'ask',
    'show',
    'recommend',
    'estimate',
    'diagram',
  ])
  const used = [...usages.values()].map(({ usage }) => usage)
  for (const hint of hinted) expect(used.some((usage) => usage.startsWith(hint))).toBe(true)
})
