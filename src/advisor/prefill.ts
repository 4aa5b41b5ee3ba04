import { type PhraseFinder, phraseFinder, type Span } from '../questions/phrases.ts'
import type { Question } from '../questions/question.ts'
import type { Reader, Reading } from '../questions/reading.ts'
import { toNumber } from '../questions/sizes.ts'
import type { Token } from '../questions/tokens.ts'
import { type Assumption, smallTeam } from './assumptions.ts'
import type { Basis } from './basis.ts'
import type { Circumstances, Level, Requirements } from './requirements.ts'
import { isDenied, isEmphatic, isUnwanted, levelOf } from './wish-strength.ts'

/** Requirements as far as somebody's words give them. */
export interface Prefilled {
  readonly requirements: Requirements
  /** What was taken for granted beyond the words. */
  readonly assumptions: readonly Assumption[]
  /** What is not run, or no longer. */
  readonly gone: readonly string[]
}

/** Reads requirements out of a question. */
export type Prefill = (text: string, question: Question) => Prefilled

/** What a phrase asks for. */
type Wish =
  | { readonly kind: 'constraint'; readonly id: string }
  | { readonly kind: 'priority'; readonly id: string }
  | { readonly kind: 'runs'; readonly id: string }

const havings = new Set(['run', 'have', 'use', 'alreadi', 'on', 'exist', 'us', 'deploi', 'instal', 'our'])
const havingReach = 4
const outside = new Set(['vms', 'bare-metal', 'nomad', 'ecs', 'lambda'])

/** Builds what reads requirements out of questions, by the words of the knowledge. */
export function createPrefill(basis: Basis, reader: Reader): Prefill {
  const wishes = wishFinder(basis)
  return (text, question) => {
    const draft = new Draft(basis, question)
    for (const clause of clausesOf(text)) draft.take(reader.read(clause), wishes)
    return draft.finish()
  }
}

/** Punctuation ends a clause, except in numbers such as 1,000 and 2.5. */
const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[.;:!?](?!\d)|,(?!\d)|\bbut\b/i)
    .map((clause) => clause.trim())
    .filter(Boolean)

function wishFinder({ rules }: Basis): PhraseFinder<Wish> {
  const phrases = (kind: Wish['kind'], entries: Readonly<Record<string, { readonly words: readonly string[] }>>) =>
    Object.entries(entries).flatMap(([id, { words }]) => words.map((word) => [word, { kind, id } as const] as const))
  return phraseFinder<Wish>([
    ...phrases('runs', rules.runs),
    ...phrases('constraint', rules.constraints),
    ...phrases('priority', rules.priorities),
  ])
}

/** What has been read so far. Made for one question, and gone with it. */
class Draft {
  readonly #basis: Basis
  readonly #question: Question
  readonly #constraints: Record<string, Level> = {}
  readonly #priorities: Record<string, number> = {}
  readonly #runs = new Set<string>()
  readonly #gone = new Set<string>()
  readonly #circumstances: { -readonly [Key in keyof Circumstances]: Circumstances[Key] } = {}
  readonly #assumptions: Assumption[] = []
  /** Meshes that are there already, and so no candidates by being named. */
  readonly #present = new Set<string>()

  constructor(basis: Basis, question: Question) {
    this.#basis = basis
    this.#question = question
  }

  take(reading: Reading, wishes: PhraseFinder<Wish>): void {
    const found = wishes.find(reading.tokens)
    const level = levelOf(reading.tokens)
    for (const { value, ...span } of found) this.#wish(value, isDenied(reading.tokens, span), level, reading.tokens)
    for (const { value: id, ...span } of reading.topics) {
      if (found.some((other) => overlaps(other, span)) || !this.#isRequirable(id)) continue
      this.#wish({ kind: 'constraint', id }, isDenied(reading.tokens, span), level, reading.tokens)
    }
    this.#readMeshes(reading)
    this.#readTeam(reading)
    this.#readScope(reading)
  }

  #isRequirable(id: string): boolean {
    const { knowledge, rules } = this.#basis
    const readOtherwise = Object.values(rules.constraints).some(({ topic }) => topic === id)
    return !readOtherwise && knowledge.topics.some((topic) => topic.id === id && topic.kind === 'supported')
  }

  #wish(wish: Wish, denied: boolean, level: 'must' | 'should', tokens: readonly Token[]): void {
    switch (wish.kind) {
      case 'runs':
        if (outside.has(wish.id)) this.#constraints['non-kubernetes'] = denied ? 'dont-care' : level
        if (wish.id === 'kubernetes') this.#constraints['non-kubernetes'] ??= 'dont-care'
        if (denied) this.#gone.add(wish.id)
        else this.#runs.add(wish.id)
        return
      case 'constraint':
        if (!denied) this.#constraints[wish.id] = level
        else if (isUnwanted(tokens)) this.#constraints[wish.id] = 'dont-care'
        return
      case 'priority':
        if (!denied && this.#isRequirable(wish.id)) this.#constraints[wish.id] = level
        this.#priorities[wish.id] = denied ? 0 : isEmphatic(tokens) ? 5 : 4
        return
    }
  }

  #readMeshes({ tokens, mentions }: Reading): void {
    for (const { mesh, start } of mentions) {
      const before = tokens.slice(Math.max(0, start - havingReach), start).map(({ stem }) => stem)
      const has =
        before.some((stem) => havings.has(stem)) && !before.some((stem) => stem === 'should' || stem === 'put')
      const asPlugin = tokens.slice(start + 1, start + 5).some(({ stem }) => stem === 'cni' || stem === 'network')
      if (!has && !asPlugin) continue
      this.#present.add(mesh)
      if (mesh === 'cilium') this.#circumstances.cni = 'cilium'
      else this.#runs.add(mesh)
    }
    const words = tokens.map(({ word }) => word).join(' ')
    if (/dataplane v2/.test(words)) this.#circumstances.cni = 'gke-dataplane-v2'
    const plugin = this.#basis.rules.cnis.find((id) => id !== 'other' && id !== 'cilium' && words.includes(id))
    if (plugin) this.#circumstances.cni = plugin
  }

  #readTeam({ tokens }: Reading): void {
    const words = tokens.map(({ word }) => word).join(' ')
    const team = /team of (\w+)|(\w+) (?:strong|person team|people team)/.exec(words)
    const size = team && toNumber(team[1] ?? team[2] ?? '')
    if (size !== undefined && size !== null) this.#circumstances['team-size'] = size
    if (/\b(only|sole) (sre|engineer|admin|devops|operator|platform)|\bby myself\b|\bone man\b/.test(words)) {
      this.#circumstances['team-size'] = 1
    }
    if (/small (platform |ops )?team|kleines team|tiny team/.test(words) && this.#question.sizes.people === undefined) {
      this.#circumstances['team-size'] ??= smallTeam
      this.#assumptions.push('small-team')
    }
    for (const [skill, name] of [
      ['envoy-skill', 'envoy'],
      ['ebpf-skill', 'ebpf'],
    ] as const) {
      if (new RegExp(`(nobody|no one|none|never|not|dont|no) .*${name}`).test(words))
        this.#circumstances[skill] = 'none'
      else if (
        new RegExp(
          `(know|good|expert|experience|comfortable|fluent|skill)\\w* .*${name}|${name} (expert|pro|guru|skill|experience)`,
        ).test(words)
      ) {
        this.#circumstances[skill] = 'good'
      }
    }
    if (/(nobody|no one|without|no) (is )?on call/.test(words)) this.#circumstances['on-call'] = 'none'
  }

  #readScope({ tokens }: Reading): void {
    const words = tokens.map(({ word }) => word).join(' ')
    const clusters = tokens.findIndex(({ stem }) => stem === 'cluster')
    const before = tokens.slice(Math.max(0, clusters - 2), Math.max(0, clusters)).reverse()
    const count = before.map(({ word }) => toNumber(word)).find((number) => number !== undefined)
    if (clusters > 0 && count !== undefined) this.#circumstances.clusters = count
    if (/(only|just|nothing but) (need |want |have )?(an )?(ingress|edge|north south)/.test(words))
      this.#circumstances['ingress-only'] = true
    if (/\b(just|only) (want|need|mtls|encryption)|nothing (more|fancy|else)|only requirement/.test(words)) {
      this.#priorities.simplicity ??= 4
      this.#assumptions.push('wants-little')
    }
  }

  finish(): Prefilled {
    const { people, pods, nodes, services } = this.#question.sizes
    const machines = [...this.#runs].some((id) => outside.has(id))
    const sizes = {
      ...(people === undefined ? {} : { 'team-size': people }),
      ...(pods === undefined ? {} : { pods }),
      ...(nodes === undefined || machines ? {} : { nodes }),
      ...(services === undefined ? {} : { services }),
    }
    const circumstances = whole({ ...this.#circumstances, ...sizes })
    const named = this.#question.meshes.filter((id) => !this.#present.has(id))
    const open = this.#question.meshes.length > 1 && named.length > 0 ? this.#question.meshes : []
    const shoulds = Object.values(this.#constraints).includes('should')
    return {
      requirements: {
        constraints: this.#constraints,
        circumstances: this.#runs.size > 0 ? { ...circumstances, runs: [...this.#runs] } : circumstances,
        priorities: this.#priorities,
        candidates: open.length > 1 ? open : [],
      },
      assumptions: [...new Set(this.#assumptions), ...(shoulds ? (['shoulds'] as const) : []), 'unmentioned'],
      gone: [...this.#gone],
    }
  }
}

/** Sizes are whole numbers, and one that is too large to be meant is left out. */
const whole = (circumstances: Circumstances): Circumstances =>
  Object.fromEntries(
    Object.entries(circumstances).flatMap(([name, value]) =>
      typeof value !== 'number'
        ? [[name, value]]
        : value <= 10_000 || name === 'pods'
          ? [[name, Math.round(value)]]
          : [],
    ),
  )

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The meshes that a question names without offering a choice: what is asked is how they come out. */
export const askedAbout = ({ meshes }: Question): readonly string[] => (meshes.length === 1 ? meshes : [])
