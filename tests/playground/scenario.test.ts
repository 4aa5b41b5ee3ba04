import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StartError } from '../../src/errors.ts'
import { readScenario } from '../../src/playground/scenario-file.ts'
import { startStub } from './start.ts'
import { Window } from './window.ts'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'scenario-'))
})

afterAll(() => rm(directory, { recursive: true }))

function file(text: string): string {
  const path = join(directory, `${text.length}.yaml`)
  writeFileSync(path, text)
  return path
}

describe('a scenario', () => {
  it('plays a conversation in which everything is used', { timeout: 15_000 }, async () => {
    const scenario = file(`
title: From a question to a decision
seed: false
steps:
  - { as: ada, in: platform, say: "@meshwise which mesh is fastest?" }
  - { as: ben, thread: which mesh is fastest, say: "Linkerd, I bet." }
  - { as: ada, thread: false, command: /mesh card }
  - { press: Good }
  - { select: Cilium, from: Pick a mesh }
  - { press: Open wizard }
  - { fill: { Name: prod-eu, Nodes: "40", Candidates: [Istio, Linkerd], Envoy skill: None } }
  - { press: Help }
  - { close: true }
  - { submit: true }
  - { wait: 10 }
  - { in: meshwise, wait_for: Recorded prod-eu }
  - { shortcut: Ask about this, in: platform, on: "Linkerd, I bet." }
  - { wait_for: "About: Linkerd, I bet." }
  - { open: home }
`)
    const playground = await startStub({ scenario, unseeded: false })
    const ada = await Window.open(playground.url, 'ada')
    await playground.played
    await ada.message('Recorded prod-eu')
    const written = ({ text }: { text: string }) =>
      text.endsWith('which mesh is fastest?') || text === 'Linkerd, I bet.'
    const [question, answer, reply] = ada.snapshot.messages.filter(written)
    expect(answer?.user).toBe('U0MESHWISE')
    expect([answer?.threadTs, reply?.threadTs]).toEqual([question?.ts, question?.ts])
    await ada.message('feedback: ')
    await ada.message('pick_mesh: ')
    expect(ada.snapshot.home).not.toBeNull()
    ada.close()
    await playground.close()
  })

  it('stops where it can’t go on, and says where', async () => {
    const scenario = file('- { as: ada, in: platform, press: Nothing }')
    const playground = await startStub({ scenario })
    await expect(playground.played).rejects.toThrow('Step 1')
    await playground.close()
  })

  it.each([
    ['- { say: x, press: y }', 'a step does one thing'],
    ['- { shout: x }', 'shout'],
    ['- { command: mesh }', 'command'],
    ['steps: 3', 'steps'],
    ['[{ select: x, from: 3 }]', 'from'],
    ['{', "can't be read"],
  ])('refuses %s', (text, complaint) => {
    const read = () => readScenario(file(text))
    expect(read).toThrow(StartError)
    expect(read).toThrow(complaint)
  })
})

describe('the seeded workspace', () => {
  it('has a believable channel in which the app has really answered', async () => {
    const playground = await startStub({ unseeded: false })
    const chiara = await Window.open(playground.url, 'chiara')
    const question = await chiara.message('<@U0MESHWISE> does linkerd do rate limiting?')
    const answer = await chiara.message('Answer to: does linkerd do rate limiting?')
    expect(answer.threadTs).toBe(question.ts)
    expect(answer.user).toBe('U0MESHWISE')
    const people = chiara.snapshot.members.filter(({ kind }) => kind === 'person').map(({ name }) => name)
    expect(people).toEqual(['ada', 'ben', 'chiara'])
    const channels = chiara.snapshot.conversations.filter(({ kind }) => kind === 'channel').map(({ name }) => name)
    expect(channels).toEqual(['platform', 'mesh-decision', 'random'])
    chiara.close()
    await playground.close()
  })
})
