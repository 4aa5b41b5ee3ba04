import type { Basis } from '../advisor/basis.ts'
import { type AskedQuestion, questionsOf, stepCount, stepTitle, withAnswers } from '../advisor/questionnaire.ts'
import { noRequirements, type Requirements } from '../advisor/requirements.ts'
import { tensionsIn } from '../advisor/tensions.ts'
import type { Asker } from './asker.ts'

/** Asks the questions of the guided decision one by one: later ones follow from earlier answers. */
export async function interview(basis: Basis, asker: Asker, say: (text: string) => void): Promise<Requirements> {
  let requirements = noRequirements
  for (let step = 0; step < stepCount(basis); step++) {
    say(`\n${step + 1} of ${stepCount(basis)}: ${stepTitle(basis, step)}\n`)
    requirements = await askStep(basis, asker, say, step, requirements)
  }
  for (const tension of tensionsIn(basis, requirements)) say(`Note: ${tension}\n`)
  return requirements
}

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
    const read = withAnswers(basis, step, requirements, new Map([[next.id, await askOne(asker, next)]]))
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
