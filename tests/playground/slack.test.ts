import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Playground } from '../../src/playground/playground.ts'
import { startStub } from './start.ts'
import { Window } from './window.ts'

let playground: Playground
let ada: Window
let ben: Window

beforeAll(async () => {
  playground = await startStub()
  ada = await Window.open(playground.url, 'ada')
  ben = await Window.open(playground.url, 'ben')
})

afterAll(async () => {
  ada.close()
  ben.close()
  await playground.close()
})

describe('messages', () => {
  it('answers a mention in its thread, for everybody to see', async () => {
    await ada.say('mesh-decision', '@meshwise does linkerd do rate limiting?')
    const question = await ben.message('does linkerd do rate limiting')
    const answer = await ben.message('Answer to: does linkerd do rate limiting?')
    expect(question.text).toBe('<@U0MESHWISE> does linkerd do rate limiting?')
    expect(answer.threadTs).toBe(question.ts)
  })

  it('keeps direct messages between those who write them', async () => {
    await ada.say('app', 'hello there')
    const answer = await ada.message('You said: hello there')
    expect(answer.user).toBe('U0MESHWISE')
    expect(ben.snapshot.messages.some((message) => message.text.includes('hello there'))).toBe(false)
  })

  it('offers to invite the app where it isn’t, and then tells it of the mention', async () => {
    await ada.say('random', '@meshwise are you here?')
    const offer = await ada.message('they’re not in this channel')
    expect(offer.ephemeralFor).toBe(ada.snapshot.me)
    await ada.press(offer, 'Invite Meshwise')
    await ben.message('Answer to: are you here?')
    expect(ada.snapshot.messages.some(({ ts }) => ts === offer.ts)).toBe(false)
  })

  it('edits and deletes one’s own messages only', async () => {
    await ada.say('platform', 'tyop')
    const message = await ben.message('tyop')
    const { conversation, ts } = message
    expect(await ben.act({ do: 'delete', conversation, ts })).toMatchObject({ ok: false })
    await ada.act({ do: 'edit', conversation, ts, text: 'typo' })
    expect((await ben.message('typo')).edited).toBe(true)
    await ada.act({ do: 'delete', conversation, ts })
    await ben.until(({ messages }) => messages.every((other) => other.ts !== ts))
  })

  it('shares a person’s file', async () => {
    const conversation = ada.conversation('platform')
    const base64 = Buffer.from('a note').toString('base64')
    await ada.act({ do: 'upload', conversation, name: 'note.txt', base64, comment: 'see this' })
    const message = await ben.message('see this')
    expect(message.files[0]).toMatchObject({ name: 'note.txt', size: 6 })
    const file = await fetch(playground.url + message.files[0]?.url)
    expect(await file.text()).toBe('a note')
  })
})

describe('slash commands', () => {
  it('shows an answer to the one who asked', async () => {
    await ada.say('platform', '/mesh compare istio cilium')
    const answer = await ada.message('You typed: compare istio cilium')
    expect(answer.ephemeralFor).toBe(ada.snapshot.me)
    expect(ben.snapshot.messages.some(({ ts }) => ts === answer.ts)).toBe(false)
  })

  it('shows an answer in the channel to all, with what was typed', async () => {
    await ada.say('platform', '/mesh shared')
    await ben.message('used /mesh shared')
    await ben.message('Istio and Linkerd')
  })

  it('says what Slack says when nobody acknowledges', async () => {
    await ada.say('platform', '/mesh silent')
    const complaint = await ada.message('/mesh failed with the error')
    expect(complaint.text).toBe('/mesh failed with the error "operation_timeout"')
  })

  it('knows neither unknown commands nor commands in threads', async () => {
    await ada.say('platform', '/nonsense')
    await ada.message('is not a valid command')
    const root = await ada.message('used /mesh shared')
    await ada.say('platform', '/mesh help', root.ts)
    await ada.message('is not supported in threads')
  })

  it('lets a response_url be used five times', async () => {
    await ada.say('platform', '/mesh slow')
    await ada.message('Answer 5')
    const refused = await ada.until(({ exchanges }) =>
      exchanges.find((exchange) => exchange.kind === 'response_url' && exchange.answer?.status === 404),
    )
    expect(refused.answer?.body).toContain('used_url')
    expect(ada.snapshot.messages.some(({ text }) => text === 'Answer 6')).toBe(false)
  })

  it('refuses blocks that Slack refuses', async () => {
    await ada.say('platform', '/mesh invalid')
    await ada.message('Slack refused the blocks')
    const call = ada.snapshot.exchanges.find(
      ({ kind, violations }) => kind === 'chat.postMessage' && violations.length > 0,
    )
    expect(call?.violations[0]).toMatchObject({ path: '/blocks/0/type', rule: 'unknown_block', severity: 'error' })
    expect(call?.answer?.body).toContain('invalid_blocks')
  })

  it('shows files that the app uploads', async () => {
    await ada.say('platform', '/mesh picture')
    const message = await ben.message('A picture')
    expect(message.files[0]).toMatchObject({ name: 'istio.png', mimetype: 'image/png' })
    const file = await fetch(playground.url + message.files[0]?.url)
    expect(file.headers.get('content-type')).toBe('image/png')
  })

  it('keeps scheduled messages, and posts one at once on demand', async () => {
    await ada.say('platform', '/mesh remind')
    const [scheduled] = await ada.until((snapshot) => snapshot.scheduled.length > 0 && snapshot.scheduled)
    expect(scheduled?.text).toBe('Vote closes')
    await ada.control({ do: 'post-scheduled', id: scheduled?.id ?? '' })
    await ben.message('Vote closes')
    expect(ada.snapshot.scheduled).toEqual([])
  })

  it('whispers', async () => {
    await ada.say('platform', '/mesh whisper')
    expect((await ada.message('Psst')).ephemeralFor).toBe(ada.snapshot.me)
  })
})

describe('the app’s own tabs', () => {
  it('publishes App Home, a view a person', async () => {
    await ada.act({ do: 'open-app', tab: 'home' })
    const home = await ada.until((snapshot) => snapshot.home ?? undefined)
    expect(home.blocks[0]).toMatchObject({ type: 'header' })
    expect(ben.snapshot.home).toBeNull()
  })

  it('suggests prompts in Messages', async () => {
    await ada.act({ do: 'open-app', tab: 'messages' })
    const prompts = await ada.until((snapshot) => snapshot.prompts[ada.conversation('app')])
    expect(prompts).toEqual([{ title: 'Rate limiting', message: 'does linkerd do rate limiting?' }])
  })
})
