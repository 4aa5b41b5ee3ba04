import { expect, test } from 'vitest'
import { inTerminal } from '../helpers/terminal.ts'

test('a question may come with or without quotes', async () => {
  const quoted = await inTerminal(['ask', 'does istio break circuits?'])
  const bare = await inTerminal(['ask', 'does', 'istio', 'break', 'circuits?'])
  expect(quoted.code).toBe(0)
  expect(quoted.out).toContain('Yes. Istio breaks circuits')
  expect(bare).toEqual(quoted)
})

test('--json prints the reading, the answer, its facts and what to ask next', async () => {
  const { out } = await inTerminal(['ask', 'does istio break circuits?', '--json'])
  expect(JSON.parse(out)).toEqual({
    question: 'does istio break circuits?',
    intent: 'fact',
    command: 'fact istio on circuit-breaking',
    meshes: ['istio'],
    modes: [],
    topics: ['circuit-breaking', 'retries'],
    confidence: 0.9,
    aspect: 'can',
    neighbours: [],
    answered: true,
    answer: 'Yes. Istio breaks circuits by connection pools & outlier detection.',
    text: expect.stringContaining('connection pools & outlier detection'),
    details: [
      { title: 'Modes and limits', text: expect.stringContaining('Since: 1.0 (July 2018)') },
      { title: 'Sources (2)', text: expect.stringContaining('https://istio.example/docs?a=1&b=2') },
    ],
    facts: [
      {
        mesh: 'istio',
        topic: 'circuit-breaking',
        text: 'Istio breaks circuits by connection pools & outlier detection.',
        support: 'yes',
        since: '1.0 (July 2018)',
        maturity: 'stable',
        edition: 'open-source',
        checked: '2026-11-01',
        sources: [
          { title: 'Istio docs & guides', url: 'https://istio.example/docs?a=1&b=2' },
          { title: 'A study of meshes <2026>', url: 'https://study.example/paper' },
        ],
      },
    ],
    suggestions: expect.arrayContaining([{ label: 'All on Istio', command: 'show istio' }]),
  })
})

test('what is not covered is an answer too, but not an answered question', async () => {
  const { code, out } = await inTerminal(['ask', 'what is love?', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ intent: 'none', answered: false, facts: [] })
})

test('--explain says how the question was understood', async () => {
  const { out } = await inTerminal(['ask', 'does istio break circuits?', '--explain'])
  expect(out).toContain('How this was understood')
  expect(out).toContain('Confidence: 0.90')
  expect(out).toMatch(/word “breaker”\s+topic circuit-breaking\s+1\.50/)
  const { out: json } = await inTerminal(['ask', 'does istio break circuits?', '--explain', '--json'])
  expect(JSON.parse(json)).toMatchObject({ explanation: { alternatives: ['retries'] } })
})

test('--batch answers a line with a line of JSON; a paragraph is a conversation, a blank line ends it', async () => {
  const stdin = 'does istio break circuits?\nand retries?\n\nand retries?\r\n  \nistio again\n'
  const { code, out, err } = await inTerminal(['ask', '--json', '--batch'], { stdin })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const replies: { question: string; answered: boolean }[] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(replies.map(({ question, answered }) => [question, answered])).toEqual([
    ['does istio break circuits?', true],
    ['and retries?', true],
    ['and retries?', false],
    ['istio again', true],
  ])
})

test('--batch answers each question before it reads the next', async () => {
  const events: string[] = []
  await inTerminal(['ask', '--json', '--batch'], {
    write: () => events.push('answer'),
    lines: async function* () {
      events.push('first')
      yield 'istio one'
      events.push('second')
      yield 'istio two'
    },
  })
  expect(events).toEqual(['first', 'answer', 'second', 'answer'])
})

test.each([
  [['ask'], 'ask needs a question'],
  [['ask', 'istio', '--batch'], 'leave the question out'],
  [['ask', '--batch', '--blocks'], 'not --blocks'],
])('%j is a usage error', async (argv, expected) => {
  const { code, out, err } = await inTerminal(argv)
  expect(err).toContain(expected)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})
