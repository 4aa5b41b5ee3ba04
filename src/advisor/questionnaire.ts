import type { QuestionFile } from '../knowledge/criteria-schema.ts'
import type { Basis } from './basis.ts'
import { holds } from './condition.ts'
import { offeredConstraints } from './constraint.ts'
import { type Answered, type Level, type Requirements, valueAt } from './requirements.ts'
import { type ReadRequirements, readRequirements } from './words.ts'

/** A question that is asked, with what may be answered and what has been. */
export interface AskedQuestion {
  readonly id: string
  readonly ask: string
  readonly hint?: string | undefined
  readonly kind: 'one' | 'many' | 'number'
  /** Values as text, since surfaces carry nothing else. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly answer: readonly string[]
}

/** What was answered to questions, by their ids; nothing means not sure. */
export type GivenAnswers = ReadonlyMap<string, readonly string[]>

export const stepCount = ({ rules }: Basis): number => rules.steps.length

export const stepTitle = ({ rules }: Basis, step: number): string => rules.steps[step]?.title ?? ''

/** The questions of a step that earlier answers leave to ask. */
export function questionsOf(basis: Basis, step: number, requirements: Requirements): readonly AskedQuestion[] {
  const questions = basis.rules.steps[step]?.questions ?? []
  return questions
    .filter(({ when }) => when.length === 0 || when.some((condition) => holds(condition, requirements)))
    .map((question) => ({
      id: question.id,
      ask: question.ask,
      hint: question.hint,
      kind: question.kind === 'one' || question.kind === 'number' ? question.kind : 'many',
      options: optionsOf(basis, question),
      answer: answerTo(basis, question, requirements),
    }))
}

/** What is said of the constraints that are chosen, by the kind of question. */
const levelOf: { readonly [Kind in QuestionFile['kind']]?: Level } = { musts: 'must', shoulds: 'should', mets: 'met' }

/** The constraints that a question offers: its own, or else those that no other question of its kind does. */
function offersOf(basis: Basis, { kind, offers }: QuestionFile): readonly string[] {
  const others = basis.rules.steps.flatMap(({ questions }) =>
    questions.filter((other) => other.kind === kind).flatMap((other) => other.offers),
  )
  return offeredConstraints(basis).filter((id) => (offers.length > 0 ? offers.includes(id) : !others.includes(id)))
}

function optionsOf(basis: Basis, question: QuestionFile): AskedQuestion['options'] {
  const { kind, options } = question
  switch (kind) {
    case 'musts':
    case 'shoulds':
    case 'mets':
      return offersOf(basis, question).map((id) => ({ value: id, label: basis.constraints.get(id)?.title ?? id }))
    case 'weights':
      return Object.entries(basis.rules.priorities).map(([id, { title }]) => ({ value: id, label: title }))
    case 'candidates':
      return basis.knowledge.meshes.map(({ id, name }) => ({ value: id, label: name }))
    default:
      return options.map(({ value, label }) => ({ value: String(value), label }))
  }
}

function answerTo(basis: Basis, question: QuestionFile, requirements: Requirements): readonly string[] {
  const { constraints, priorities, candidates } = requirements
  const level = levelOf[question.kind]
  if (level !== undefined) return among(offersOf(basis, question), constraints, level)
  switch (question.kind) {
    case 'weights':
      return keysWhere(priorities, (weight) => isNear(weight, question.level ?? 0))
    case 'candidates':
      return candidates
    default:
      return asTexts(question.field === undefined ? undefined : valueAt(requirements, question.field))
  }
}

const asTexts = (value: Answered | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'object' ? value : [String(value)]

const keysWhere = <T>(values: Readonly<Record<string, T>>, test: (value: T) => boolean): readonly string[] =>
  Object.entries(values).flatMap(([key, value]) => (test(value) ? [key] : []))

const among = (offers: readonly string[], constraints: Requirements['constraints'], level: Level): readonly string[] =>
  keysWhere(constraints, (given) => given === level).filter((id) => offers.includes(id))

/** Three questions stand for six weights: 0, 1 to 3, and 4 to 5. */
const isNear = (weight: number, level: number): boolean => bucketOf(weight) === bucketOf(level)
const bucketOf = (weight: number): number => (weight === 0 ? 0 : weight <= 3 ? 1 : 2)

/**
 * Requirements with the answers to a step's questions put in; questions that were not asked keep what they had. Fails
 * where an answer can't be, such as a number of people below 0: each problem starts with the field.
 */
export function withAnswers(
  basis: Basis,
  step: number,
  requirements: Requirements,
  given: GivenAnswers,
): ReadRequirements {
  const raw: Raw = {
    constraints: { ...requirements.constraints },
    circumstances: { ...requirements.circumstances },
    priorities: { ...requirements.priorities },
    candidates: requirements.candidates,
  }
  for (const question of basis.rules.steps[step]?.questions ?? []) {
    const values = given.get(question.id)
    if (values) putAnswer(basis, raw, question, values)
  }
  return readRequirements(raw, basis)
}

interface Raw {
  readonly constraints: Record<string, unknown>
  readonly circumstances: Record<string, unknown>
  readonly priorities: Record<string, unknown>
  candidates: readonly string[]
}

function putAnswer(basis: Basis, raw: Raw, question: QuestionFile, values: readonly string[]): void {
  const { kind, level = 0 } = question
  const given = levelOf[kind]
  if (given !== undefined) {
    const offers = offersOf(basis, question)
    putAll(raw.constraints, values, given, (now, id) => now === given && offers.includes(id))
  } else if (kind === 'candidates') raw.candidates = values
  else if (kind === 'weights') {
    putAll(raw.priorities, values, level, (now) => typeof now === 'number' && isNear(now, level))
  } else putField(raw, question, values)
}

/** What is listed gets a value unless it has one of its kind; what had one and is not listed loses it. */
function putAll(
  into: Record<string, unknown>,
  listed: readonly string[],
  value: string | number,
  isOfKind: (value: unknown, id: string) => boolean,
): void {
  for (const [id, now] of Object.entries(into)) if (isOfKind(now, id) && !listed.includes(id)) delete into[id]
  // A must says more than a should for the same thing.
  for (const id of listed) if (!isOfKind(into[id], id) && !(value === 'should' && into[id] === 'must')) into[id] = value
}

function putField(raw: Raw, { field = '', kind, options }: QuestionFile, values: readonly string[]): void {
  const [section, name = ''] = field.split('.')
  const into = section === 'constraints' ? raw.constraints : raw.circumstances
  const [first] = values
  if (first === undefined) delete into[name]
  else if (kind === 'many') into[name] = values
  else if (kind === 'number') into[name] = Number(first)
  else into[name] = options.find(({ value }) => String(value) === first)?.value ?? first
}
