import type { Basis } from '../advisor/basis.ts'
import { type AskedQuestion, questionsOf, stepCount, stepTitle, withAnswers } from '../advisor/questionnaire.ts'
import { countAnswers, noRequirements, type Requirements } from '../advisor/requirements.ts'
import { tensionsIn } from '../advisor/tensions.ts'
import { toWords } from '../advisor/words.ts'
import type { Asker } from './asker.ts'
import { Interrupted } from './failures.ts'

/**
 * Asks the questions of the guided decision one by one: later ones follow from earlier answers. Rejects with an
 * Interrupted that says what was answered, where somebody breaks it off.
 */
export async function interview(basis: Basis, asker: Asker, say: (text: string) => void): Promise<Requirements> {
  let requirements = noRequirements
  for (let step = 0; step < stepCount(basis); step++) {
    say(`\n${step + 1} of ${stepCount(basis)}: ${stepTitle(basis, step)}\n`)
    requirements = await askStep(basis, asker, say, step, requirements)
  }
  for (const tension of tensionsIn(basis, requirements)) say(`Note: ${tension}\n`)
  return requirements
}

/** What to type to have what was answered counted. */
const brokenOff = (requirements: Requirements): string =>
  countAnswers(requirements) === 0
    ? 'Broken off: nothing was answered.'
    : `Broken off. By what you answered so far: mesh recommend ${toWords(requirements)}`

async function askStep(
  basis: Basis,
  asker: Asker,
  say: (text: string) => void,
  step: number,
  before: Requirements,
): Promise<Requirements> {
  let requirements = before
  const asked = new Set<string>()
  for (;;) {
    const next = questionsOf(basis, step, requirements).find(({ id }) => !asked.has(id))
    if (!next) return requirements
    const sofar = requirements
    const given = await askOne(asker, next).catch((error: unknown) => {
      throw error instanceof Interrupted ? new Interrupted(brokenOff(sofar)) : error
    })
    const read = withAnswers(basis, step, requirements, new Map([[next.id, given]]))
    if (read.ok) {
      requirements = read.requirements
      asked.add(next.id)
    } else say(`${read.problems.join('\n')}\n`)
  }
}

async function askOne(asker: Asker, { ask, hint, kind, options, answer }: AskedQuestion): Promise<readonly string[]> {
  const [first] = answer
  const listOf = (one: string | undefined) => (one === undefined ? [] : [one])
  const message = hint ? `${ask} (${hint})` : ask
  switch (kind) {
    case 'one':
      return listOf(await asker.chooseOne(message, options, first))
    case 'many':
      return asker.chooseMany(message, options, answer)
    case 'number':
      return listOf(await asker.number(message, first))
  }
}
