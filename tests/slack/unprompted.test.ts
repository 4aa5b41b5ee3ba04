import { describe, expect, test } from 'vitest'
import { createMeshwise, type Reply } from '../../src/meshwise.ts'
import { isWantedUnprompted } from '../../src/slack/unprompted.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const meshwise = createMeshwise(ownKnowledge())
const thread = meshwise.ask('does linkerd support circuit breaking?').context
const isWanted = (text: string) => isWantedUnprompted(text, meshwise.ask(text, thread))

describe('in a thread where the bot was asked', () => {
  test.each([
    'and istio?',
    'and cilium',
    'what about memory?',
    'does it support retries?',
    'ok, and what does istio do when a pod keeps failing, does it do circuit breaking as well?',
  ])('“%s” is answered', (text) => expect(isWanted(text)).toBe(true))

  test.each([
    'who broke the build',
    'who broke the build?',
    'we already run istio in prod and it has been fine',
    'did you merge that?',
    'anyone up for lunch?',
    'linkerd is great',
    'thanks',
    '+1',
    '',
  ])('“%s” is left alone', (text) => expect(isWanted(text)).toBe(false))
})

describe('a reply to a question', () => {
  const text = 'and istio?'
  const reply = meshwise.ask(text, thread)
  const changed = (change: Partial<NonNullable<Reply['question']>>): Reply => {
    if (!reply.question) throw new Error('there is no question')
    return { ...reply, question: { ...reply.question, ...change } }
  }

  test('is kept back when it is not sure, leans on the thread alone, or asks back', () => {
    expect(isWantedUnprompted(text, changed({ confidence: 0.8 }))).toBe(true)
    expect(isWantedUnprompted(text, changed({ confidence: 0.79 }))).toBe(false)
    expect(isWantedUnprompted(text, changed({ grounded: false }))).toBe(false)
    const askingBack = { ...reply, answer: { ...reply.answer, askBack: 'Did you mean retries?' } }
    expect(isWantedUnprompted(text, askingBack)).toBe(false)
  })

  test('is kept back when the text is a long statement', () => {
    expect(isWantedUnprompted('one two three four five', reply)).toBe(true)
    expect(isWantedUnprompted('one two three four five six', reply)).toBe(false)
    expect(isWantedUnprompted('one two three four five six? ', reply)).toBe(true)
  })
})
