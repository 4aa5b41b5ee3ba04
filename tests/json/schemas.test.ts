import { describe, expect, test } from 'vitest'
import { answerSchema, commandSchema, estimateSchema, recommendationSchema } from '../../src/json/schemas.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { inTerminal } from '../helpers/terminal.ts'
import { readSingles } from '../questions/labelled.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const own = { load: () => ({ ok: true, knowledge }) as const, createMeshwise: () => createMeshwise(knowledge) }
const printed = async (...argv: string[]): Promise<unknown> => {
  const { code, out, err } = await inTerminal([...argv, '--json'], own)
  expect({ code, err }, argv.join(' ')).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

describe('what is printed as data has the shape that others build on', () => {
  test('answers to questions, and the same answers by the command that they carry', async () => {
    const stdin = readSingles()
      .map(({ q }) => q.replace(/\s+/g, ' '))
      .join('\n\n')
    const { out } = await inTerminal(['ask', '--batch', '--json'], { ...own, stdin })
    const answers = out
      .trim()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line)))
    expect(answers).toHaveLength(readSingles().length)
    for (const { command, text, answer, answered } of answers.filter((_, index) => index % 9 === 0)) {
      if (!answered) continue
      const { opens: _, ...again } = answerSchema.parse(await printed('slash', command))
      expect(again, command).toMatchObject({ command, text, answer, answered })
    }
  }, 30_000)

  test.each([
    'compare istio cilium',
    'show istio',
    'topics',
    'sources istio',
    'fact all on retries',
    'best retries',
    'define mtls',
    'migrate istio linkerd',
    'status',
    'diagram istio',
  ])('%s', async (words) => {
    commandSchema.parse(await printed(...words.split(' ')))
  })

  test('recommendations and estimates', async () => {
    recommendationSchema.parse(await printed('recommend', 'team-size=3', 'fips=must'))
    estimateSchema.parse(await printed('estimate', '--pods', '500', '--nodes', '20'))
  })

  test('a form that Slack would open is named', async () => {
    expect(await printed('slash', 'recommend')).toMatchObject({ opens: 'recommend' })
    expect(await printed('slash', 'estimate')).toMatchObject({ opens: 'estimate' })
    expect(await printed('slash', 'corrections istio retries')).toMatchObject({ opens: 'correction' })
    expect(await printed('slash', 'which mesh is lightest')).not.toHaveProperty('opens')
  })
})
