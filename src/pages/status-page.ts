import type { StatusAnswer } from '../answers/answer.ts'
import { type Problem, showProblem } from '../knowledge/problem.ts'
import { choiceRows } from './choices.ts'
import { bold, code, type Laid, type Part } from './page.ts'

/** What only a process in service knows of itself. */
export interface Running {
  readonly startedAt: Date
  readonly loadedAt: Date
  readonly now: Date
  /** What is wrong with the newest knowledge files: then older ones are in service. */
  readonly problems: readonly Problem[]
}

/** How much is known and how fresh it is; of a process in service also since when, and whether its last reload worked. */
export function statusPage(answer: StatusAnswer, running?: Running): Laid {
  const problems = running?.problems ?? []
  return {
    understood: answer.understood,
    lead:
      problems.length === 0
        ? [bold(answer.headline)]
        : [bold('The newest knowledge files have problems'), ', so what was loaded before stays in service.'],
    parts: [
      {
        kind: 'list',
        items: [
          ['Knowledge: ', `${answer.meshes} meshes, ${answer.topics} topics, ${answer.sources} sources`],
          ['Newest check of a fact: ', answer.newestCheck ?? 'none'],
          ...(running
            ? [
                ['Loaded: ', `${showAge(running.loadedAt, running.now)} ago`],
                ['Running for: ', showAge(running.startedAt, running.now)],
              ]
            : []),
        ],
      },
      ...problemsPart(problems),
    ],
    choices: choiceRows(answer.suggestions),
  }
}

const problemsPart = (problems: readonly Problem[]): Part[] =>
  problems.length === 0
    ? []
    : [
        {
          kind: 'list',
          heading: 'Problems',
          items: problems.map((problem) => [code(showProblem(problem))]),
          cap: 10,
        },
      ]

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
