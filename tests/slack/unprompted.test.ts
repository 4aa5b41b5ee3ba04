import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createMeshwise, type Reply } from '../../src/meshwise.ts'
import { readText } from '../../src/slack/incoming-text.ts'
import { rememberManners } from '../../src/slack/unprompted.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const meshwise = createMeshwise(knowledge)
const manners = rememberManners()(knowledge)
const thread = meshwise.ask('does linkerd support circuit breaking?').context
const isWanted = (text: string) => manners.isWanted(text, meshwise.ask(text, thread))

/** Lines of a file beside this one. */
const linesOf = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

describe('of what people say in threads', () => {
  const threads = ['does linkerd support circuit breaking?', 'compare istio and linkerd', 'which mesh is the fastest?']
  const answeredIn = (lines: readonly string[], first: string) => {
    const { context } = meshwise.ask(first)
    return lines.map(readText).filter((text) => manners.isWanted(text, meshwise.ask(text, context)))
  }

  test.each(threads)('none of the talk is answered, after “%s”', (first) => {
    const talk = linesOf('channel-talk.txt')
    expect(talk.length).toBeGreaterThan(100)
    expect(answeredIn(talk, first)).toEqual([])
  })

  test('most questions about facts are', () => {
    const questions = linesOf('thread-questions.txt')
    expect(answeredIn(questions, threads[0] ?? '').length).toBeGreaterThanOrEqual(0.8 * questions.length)
  })
})

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
    expect(manners.isWanted(text, changed({ confidence: 0.8 }))).toBe(true)
    expect(manners.isWanted(text, changed({ confidence: 0.79 }))).toBe(false)
    expect(manners.isWanted(text, changed({ grounded: false }))).toBe(false)
    const askingBack = { ...reply, answer: { ...reply.answer, askBack: 'Did you mean retries?' } }
    expect(manners.isWanted(text, askingBack)).toBe(false)
  })
})
