import { describe, expect, it } from 'vitest'
import { readTrainingData } from '../../training/data.ts'
import { readAnswerChecks } from './answer-checks.ts'
import { readFoundLines } from './found-lines.ts'
import { readFound, readFoundThreads, readSingles, readStories, readThreads } from './labelled.ts'
import { nearDuplicates } from './near-duplicates.ts'

const turnsOf = (threads: readonly { turns: readonly { q: string }[] }[]) => threads.flatMap(({ turns }) => turns)

describe('what is measured on', () => {
  it('was not trained on, nor anything nearly the same', () => {
    const { questions, threads } = readTrainingData()
    const measured = [
      ...readSingles(),
      ...readFound(),
      ...readFoundLines(),
      ...readStories(),
      ...readAnswerChecks(),
      ...turnsOf([...readThreads(), ...readFoundThreads()]),
    ]
    const pairs = nearDuplicates<{ q: string }>(measured, [...questions, ...turnsOf(threads)])
    expect(pairs.map(({ one, other }) => `${one.q}  ~  ${other.q}`)).toEqual([])
  })

  it('has no question twice', () => {
    const ids = [...readSingles(), ...readFound(), ...readAnswerChecks()].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const questions = [...readSingles(), ...readFound()]
    for (const [at, one] of questions.entries()) {
      expect(nearDuplicates<{ q: string }>([one], questions.slice(at + 1))).toEqual([])
    }
  })
})

describe('texts', () => {
  const alike = (one: string, other: string) => nearDuplicates([{ q: one }], [{ q: other }]).length > 0
  it('are the same whatever their case and punctuation', () => {
    expect(alike('Does Istio mirror traffic?', 'does istio mirror traffic')).toBe(true)
    expect(alike('does it run on VMs', 'does it run on vms though')).toBe(true)
  })
  it('differ by what they ask', () => {
    expect(alike('does istio mirror traffic to another service', 'does istio retry requests to another service')).toBe(
      false,
    )
  })
  it('of a few words are anybody’s', () => {
    expect(alike('and memory?', 'and memory?')).toBe(false)
  })
})
