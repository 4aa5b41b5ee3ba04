import { describe, expect, test } from 'vitest'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { smallKnowledge } from '../helpers/knowledge.ts'
import { inTerminal } from '../helpers/terminal.ts'

test.each([
  [['compare', 'all'], 'Memory overhead'],
  [['compare', 'istio', 'cilium', '--on', 'memory-overhead'], 'Istio vs Cilium · Memory overhead'],
  [['compare', 'istio', 'cilium', 'on', 'memory-overhead'], 'Istio vs Cilium · Memory overhead'],
  [['show', 'istio'], 'Istio · Profile'],
  [['topics'], 'Traffic management: Circuit breaking'],
  [['sources', 'istio'], 'https://study.example/paper'],
  [['fact', 'istio', 'on', 'circuit-breaking'], 'Istio · Circuit breaking'],
  [['best', 'memory-overhead'], 'What this rests on'],
  [['worst', 'installation'], 'Weakest · Installation'],
  [['define', 'sidecar'], 'Sidecar: A proxy that runs in each pod'],
  [['migrate', 'istio', 'cilium'], 'Istio to Cilium'],
])('%j answers', async (argv, expected) => {
  const { code, out, err } = await inTerminal(argv)
  expect(out).toContain(expected)
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

test('--json prints the comparison as data and nothing else', async () => {
  const { code, out, err } = await inTerminal(['compare', 'istio', 'cilium', '--on', 'memory-overhead', '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({
    kind: 'compare',
    command: 'compare istio cilium on memory-overhead',
    meshes: ['istio', 'cilium'],
    scope: 'memory-overhead',
    rows: [
      {
        topic: 'memory-overhead',
        differs: true,
        facts: [
          {
            mesh: 'istio',
            topic: 'memory-overhead',
            text: 'A sidecar takes 40 to 60 MB.',
            value: { low: 40, high: 60, unit: 'MB', per: 'pod' },
            checked: '2026-11-02',
            sources: [{ title: 'Istio docs & guides', url: 'https://istio.example/docs?a=1&b=2' }, {}],
          },
          { mesh: 'cilium' },
        ],
      },
    ],
  })
})

test('--blocks prints a message that Slack takes', async () => {
  const { out } = await inTerminal(['show', 'istio', '--blocks'])
  const message: unknown = JSON.parse(out)
  expect(message).toMatchObject({ text: expect.stringContaining('Istio · Profile'), blocks: expect.any(Array) })
  expect(validateMessage(message)).toEqual([])
})

describe('usage errors go to stderr with exit code 2 and leave stdout empty', () => {
  test.each([
    [['comapre', 'istio'], '(Did you mean compare?)'],
    [['knowledge', 'chek'], '(Did you mean check?)'],
    [['compare', '--jsn'], '(Did you mean --json?)'],
    [['show'], "missing required argument 'mesh'"],
    [
      ['show', 'kuma'],
      'I don\'t know a mesh called "kuma". I know Cilium, Istio and Linkerd.\nTry:\n  mesh show cilium',
    ],
    [['topics', '--json', '--blocks'], 'cannot be used with'],
    [['topics', 'extra'], 'too many arguments'],
    [[], 'Usage: mesh'],
  ])('%j', async (argv, expected) => {
    const { code, out, err } = await inTerminal(argv)
    expect(err).toContain(expected)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('help', () => {
  test.each([
    [['--help'], 'mesh compare istio cilium'],
    [['compare', '--help'], 'mesh compare all on security'],
    [['ask', '--help'], 'mesh ask --json --batch < questions.txt'],
    [['show', '--help'], 'mesh show linkerd'],
    [['topics', '--help'], 'mesh topics'],
    [['sources', '--help'], 'mesh sources istio retries'],
    [['knowledge', '--help'], 'mesh knowledge stale --days 90'],
    [['knowledge', 'check', '--help'], 'KNOWLEDGE_DIR'],
    [['knowledge', 'stale', '--help'], 'mesh knowledge stale --days 90'],
    [['knowledge', 'stats', '--help'], 'mesh knowledge stats'],
    [['knowledge', 'grades', '--help'], 'mesh knowledge grades retries'],
    [['knowledge', 'export', '--help'], 'mesh knowledge export --csv > facts.csv'],
    [['knowledge', 'upstream', '--help'], 'mesh knowledge upstream --no-links --json'],
  ])('%j gives examples and exit code 0', async (argv, expected) => {
    const { code, out, err } = await inTerminal(argv)
    expect(out).toContain(expected)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

test('broken knowledge: every problem on stderr, exit code 1', async () => {
  const problem = (line: number) => ({ file: 'meshes/istio.yaml', line, field: 'name', message: 'too short' })
  const { code, out, err } = await inTerminal(['show', 'istio', '--json'], {
    load: () => ({ ok: false, problems: [problem(1), problem(7)] }),
  })
  expect(err).toBe('meshes/istio.yaml:1  name  too short\nmeshes/istio.yaml:7  name  too short\n2 problems.\n')
  expect({ code, out }).toEqual({ code: 1, out: '' })
})

test('--version prints the version', async () => {
  expect(await inTerminal(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' })
})

test('topics --json gives the ids by which commands name topics', async () => {
  const { out } = await inTerminal(['topics', '--json'])
  const { groups, topics } = smallKnowledge
  expect(JSON.parse(out)).toMatchObject({
    groups: groups.map(({ id, title }) => ({
      group: { id, name: title },
      topics: topics.filter(({ group }) => group === id).map((topic) => ({ id: topic.id, name: topic.title })),
    })),
  })
})

test('a failure of our own is one line on stderr with exit code 1', async () => {
  const { code, out, err } = await inTerminal(['topics'], {
    load: () => {
      throw new Error('the disk is gone')
    },
  })
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'mesh: the disk is gone\n' })
})
