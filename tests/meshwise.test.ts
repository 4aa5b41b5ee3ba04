import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spell } from '../src/commands/table.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { runCommand } from './helpers/run-command.ts'
import { ownUnderstanding } from './questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const meshwise = createMeshwise(knowledge)

describe('what is asked', () => {
  it('is answered by one function on every surface, with a command that gives the answer again', () => {
    const asked = meshwise.ask('does linkerd do rate limiting?')
    expect(meshwise.answer(asked.answer.command).answer).toMatchObject({
      kind: 'fact',
      headline: asked.answer.headline,
    })
  })

  it('after the slash command needs no "ask"', () => {
    expect(runCommand(meshwise, 'does istio do mtls').answer.kind).toBe('fact')
    expect(runCommand(meshwise, 'istio').answer.kind).toBe('profile')
  })

  it('gets help for "help"', () => {
    expect(meshwise.ask('help').answer.kind).toBe('help')
  })

  it('by a mistyped command that only reads is answered, and says what it was taken for', () => {
    const { answer } = meshwise.reply(meshwise.parse('comapre istio cilium'))
    expect(answer).toMatchObject({
      kind: 'compare',
      askBack: expect.stringContaining('I took that as "compare istio cilium".'),
    })
    expect(spell(answer.command)).toBe('compare istio cilium')
  })

  it('by a mistyped command that opens a form is offered as a choice, and not carried out', () => {
    for (const text of ['recomend', 'corections istio retries']) {
      const { answer } = meshwise.reply(meshwise.parse(text))
      expect(answer.kind, text).toBe('clarify')
      expect(answer.suggestions, text).toHaveLength(1)
    }
  })

  it('by nothing but an area, or by a slip off one or off a topic, is that and no guess', () => {
    const named = [
      ['security', 'compare all on area security'],
      ['on securty', 'compare all on area security'],
      ['scurity', 'compare all on area security'],
      ['trafic', 'compare all on area traffic'],
      ['circut breaking', 'fact all on circuit-breaking'],
    ] as const
    for (const [text, command] of named) {
      const { answer } = meshwise.reply(meshwise.parse(text))
      const plain = meshwise.answer(meshwise.parse(command).command).answer
      expect(answer.headline, text).toBe(plain.headline)
      if (text !== 'security') expect(answer.askBack, text).toContain('I took that as')
    }
  })

  it('in a sentence that begins like a command is a question where all its words mean something', () => {
    const kinds = [
      ['show me the difference between istio and linkerd', 'compare'],
      ['compare costs', 'compare'],
      ['help me choose a mesh', 'recommend'],
      ['estimate the cost for 500 pods and 20 nodes', 'estimate'],
      ['compare istio sillium', 'clarify'],
      ['compare istio linkerd on blabla', 'clarify'],
    ] as const
    for (const [text, kind] of kinds) expect(runCommand(meshwise, text).answer.kind, text).toBe(kind)
  })

  it('and is not covered gets a refusal, never a guess', () => {
    for (const text of ['what is the weather like', 'qwertyuiop', 'who won the match yesterday?']) {
      expect(meshwise.ask(text).answer.kind, text).toBe('none')
    }
  })

  it('about a topic that is likelier another gets the word that nothing explains', () => {
    const { answer, question } = meshwise.ask('does istio support gitlab runners')
    expect(question?.intent).toBe('none')
    expect(answer.headline).toMatch(/^I have nothing on gitlab/)
  })

  it('about a doubtful topic does not begin with a yes', () => {
    const { command } = meshwise.parse('fact istio on retries perhaps timeouts')
    const doubted = { ...command, doubt: { perhaps: ['traffic-splitting'] } }
    const { answer } = meshwise.answer(doubted)
    expect(answer.headline).not.toMatch(/^Yes/)
    expect(answer.askBack).toContain('Did you mean')
  })
})

describe('a conversation', () => {
  const turns = (...texts: readonly string[]) => {
    let context: ReturnType<typeof meshwise.ask>['context']
    return texts.map((text) => {
      const reply = context ? meshwise.ask(text, context) : meshwise.ask(text)
      context = reply.context
      return reply
    })
  }

  it('carries mesh and topic on', () => {
    const [, other, memory] = turns('does istio support retries?', 'what about linkerd?', 'and memory?')
    expect(other?.question).toMatchObject({ meshes: ['linkerd'], topics: ['retries'] })
    expect(memory?.question).toMatchObject({ meshes: ['linkerd'], topics: ['memory-overhead'] })
  })

  it('lets a full question stand by itself', () => {
    const [, , whole] = turns('does istio support retries?', 'what about linkerd?', 'istio vs cilium memory')
    expect(whole?.question).toMatchObject({
      intent: 'compare',
      meshes: ['istio', 'cilium'],
      topics: ['memory-overhead'],
    })
  })

  it('keeps what it is about through small talk', () => {
    const [, thanks, next] = turns('does istio support retries?', 'thanks a lot', 'what about linkerd?')
    expect(thanks?.answer.kind).toBe('help')
    expect(next?.question).toMatchObject({ meshes: ['linkerd'], topics: ['retries'] })
  })

  it('gives sources and reasons when asked for them', () => {
    const [, sources] = turns('does cilium support mtls?', 'sources?')
    expect(sources?.answer.kind).toBe('sources')
    const [, why] = turns('linkerd vs istio memory', 'why?')
    expect(why?.answer.kind).toBe('fact')
  })

  it('goes on from a command', () => {
    const { context } = runCommand(meshwise, 'compare istio linkerd on retries')
    expect(context && meshwise.ask('and cilium?', context).question?.topics[0]).toBe('retries')
  })
})

it('answers any command and any question without an error', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5_000 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )
  const command = fc.tuple(
    fc.constantFrom(
      'compare',
      'show',
      'sources',
      'fact',
      'best',
      'migrate',
      'define',
      'ask',
      'estimate',
      'diagram',
      '',
    ),
    wild,
  )
  fc.assert(
    fc.property(command, ([name, rest]) => {
      expect(runCommand(meshwise, `${name} ${rest}`).answer.headline).not.toBe('')
      expect(meshwise.ask(rest).answer.headline).not.toBe('')
    }),
    { numRuns: 150 },
  )
})

it('answers what is asked of topics that a directory of facts does not have', () => {
  const gone = new Set(['release-support', 'pricing', 'maturity'])
  const { ask } = createMeshwise({ ...knowledge, topics: knowledge.topics.filter(({ id }) => !gone.has(id)) })
  for (const text of ['until when is istio 1.20 supported', 'is linkerd free', 'is istio stable for retries'])
    expect(ask(text).question?.topics, text).not.toEqual(expect.arrayContaining([...gone]))
})
