import { showProblem } from '../knowledge/document.ts'
import { bold, code, type Page } from '../pages/page.ts'
import type { KnowledgeHolder } from '../service.ts'

/** What `/mesh status` shows: how old the knowledge is, how much there is, and whether its last change was taken. */
export function statusPage({ current, problems }: KnowledgeHolder, startedAt: Date, now: Date): Page {
  const { knowledge, loadedAt } = current
  const counts = `${knowledge.meshes.length} meshes, ${knowledge.topics.length} topics, ${knowledge.sources.size} sources`
  return {
    understood: 'Status',
    lead:
      problems.length === 0
        ? [bold('Everything is in order.')]
        : [bold('The newest knowledge files have problems'), ', so what was loaded before stays in service.'],
    parts: [
      {
        kind: 'list',
        items: [
          ['Knowledge: ', counts],
          ['Newest check of a fact: ', newestCheck(knowledge.meshes)],
          ['Loaded: ', `${showAge(loadedAt, now)} ago`],
          ['Running for: ', showAge(startedAt, now)],
        ],
      },
      ...(problems.length === 0
        ? []
        : ([
            {
              kind: 'list',
              heading: 'Problems',
              items: problems.map((problem) => [code(showProblem(problem))]),
              cap: 10,
              more: 'The log has all of them.',
            },
          ] as const)),
    ],
    choices: [[{ kind: 'ask', label: 'Help', command: 'help' }]],
    command: 'status',
  }
}

function newestCheck(meshes: KnowledgeHolder['current']['knowledge']['meshes']): string {
  const checks = meshes.flatMap(({ facts }) => Object.values(facts).map(({ checked }) => checked))
  return checks.sort().at(-1) ?? 'none'
}

const units = [
  { name: 'day', milliseconds: 86_400_000 },
  { name: 'hour', milliseconds: 3_600_000 },
  { name: 'minute', milliseconds: 60_000 },
] as const

/** How long ago an instant is, in its largest unit: "3 days". */
export function showAge(since: Date, now: Date): string {
  const elapsed = now.getTime() - since.getTime()
  const unit = units.find(({ milliseconds }) => elapsed >= milliseconds)
  if (!unit) return 'less than a minute'
  const count = Math.floor(elapsed / unit.milliseconds)
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`
}
