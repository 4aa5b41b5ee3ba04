import { describe, expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const meshwise = createMeshwise(knowledge)
const commandOf = (text: string) => meshwise.read(text).command

describe('small talk', () => {
  it.each([
    ['hi there', 'hello'],
    ['thanks a lot!', 'thanks'],
    ['what can you do?', 'abilities'],
    ['so what can I ask you about here', 'abilities'],
    ['who made you', 'maker'],
    ['how current is what you know', 'freshness'],
    ['are you an AI?', 'machine'],
  ])('%s', (text, about) => {
    expect(commandOf(text)).toEqual({ kind: 'help', about })
    expect(meshwise.read(text).question?.intent).toBe('help')
  })

  it('leaves the thread as it was', () => {
    const { context } = meshwise.ask('does istio have retries')
    expect(meshwise.ask('thanks!', context).context).toEqual(context)
  })
})

describe('another language', () => {
  it.each([
    'was ist der unterschied zwischen istio und linkerd',
    'istio или linkerd что лучше',
    '¿cuál es la diferencia entre istio y linkerd?',
    'Ambient 模式下使用 EnvoyFilter 进行限流不生效',
  ])('is told so: %s', (text) => {
    expect(meshwise.ask(text).answer.headline).toMatch(/English/)
  })
  it.each(['does linkerd do retries', 'es lint?', 'compare istio and cilium on mtls'])('is not seen in %s', (text) => {
    expect(commandOf(text)).not.toMatchObject({ foreign: true })
  })
})

describe('trouble', () => {
  it.each([
    ['503 UF upstream connect error in istio', 'istio'],
    ['linkerd-proxy keeps getting OOMKilled, what now', 'linkerd'],
    ['consul connect-inject pods are stuck in CrashLoopBackOff', 'consul'],
  ])('is pointed to the checks of its mesh: %s', (text, mesh) => {
    expect(commandOf(text)).toMatchObject({ kind: 'troubleshoot', about: 'broken', mesh })
    expect(meshwise.ask(text).answer.headline).toMatch(/^(It may be this: .*)?I can't see your cluster/)
  })
  it('is answered by a page, and by what its words lead to, where no topic is told by turn of phrase', () => {
    expect(meshwise.ask('how to hold an application until the proxy starts (istio)').answer.headline).toMatch(
      /holdApplicationUntilProxyStarts/,
    )
  })
  it('is none where a question asks what happens', () => {
    expect(commandOf('what happens in linkerd when the control plane fails').kind).toBe('fact')
    expect(commandOf('does istio keep routing when istiod is down').kind).not.toBe('troubleshoot')
  })
  it.each(['how do I write a virtualservice for canary in istio', 'how do i set up strict mtls in linkerd'])(
    'a way to do it is pointed to: %s',
    (text) => {
      expect(commandOf(text)).toMatchObject({ kind: 'troubleshoot', about: 'how-to' })
      expect(meshwise.ask(text).answer.headline).toMatch(/^Through .*: how that is done on .* https:/)
    },
  )
})

describe('whether to use a mesh at all', () => {
  it.each(['do we really need a service mesh?', 'is a mesh overkill just for TLS', 'is a service mesh worth it'])(
    'is argued: %s',
    (text) => {
      expect(commandOf(text)).toEqual({ kind: 'need' })
      expect(meshwise.ask(text).answer.headline).toMatch(/^Not every team needs one/)
    },
  )
  it('is not asked of a mesh that is named', () => {
    expect(commandOf('is istio overkill for ten services').kind).not.toBe('need')
  })
})

describe('a product beside the meshes', () => {
  it('is told of by its state', () => {
    expect(meshwise.ask('is app mesh still a thing').answer.headline).toMatch(/^AWS App Mesh ended on 30 Sep 2026/)
  })
  it('is named on top of an answer about ours, and never becomes one of them', () => {
    const { answer } = meshwise.ask('istio vs kuma')
    expect(answer.headline).toMatch(/^I don't compare Kuma/)
    expect(answer.command).toMatchObject({ kind: 'show', mesh: 'istio' })
  })
  it('that is left has its two targets compared', () => {
    const { answer } = meshwise.ask('leaving OSM, istio or linkerd?')
    expect(answer.command).toMatchObject({ kind: 'compare', meshes: ['istio', 'linkerd'] })
    expect(answer.headline).toMatch(/^I don't compare Open Service Mesh, which is over/)
  })
  it('that is built on one of ours is answered by upstream', () => {
    const { answer } = meshwise.ask('does openshift service mesh support tracing')
    expect(answer.headline).toMatch(
      /^Yes\. Istio .*That is upstream Istio, on which Red Hat OpenShift Service Mesh is built\.$/,
    )
    expect(answer.command).toMatchObject({ kind: 'fact', meshes: ['istio'] })
  })
  it('is asked back for where several go by a word', () => {
    expect(commandOf('nsm').kind).toBe('incomplete')
  })

  const templates: readonly ((name: string, mesh: string) => string)[] = [
    (name) => `what is ${name}`,
    (name) => `is ${name} still maintained`,
    (name) => `does ${name} support retries`,
    (name, mesh) => `${name} or ${mesh}?`,
    (name, mesh) => `does ${mesh} have retries like ${name}`,
    (name, mesh) => `we are moving from ${name} to ${mesh}`,
  ]
  it.each(knowledge.neighbours.filter(({ kind, basedOn }) => !basedOn && /mesh/.test(kind)))(
    'never becomes one of ours: $name',
    ({ name }) => {
      for (const [index, ask] of templates.entries()) {
        const text = ask(name, 'Consul')
        const { answer } = meshwise.ask(text)
        const ours = 'meshes' in answer.command ? answer.command.meshes : []
        expect(
          answer.kind === 'neighbour' || answer.command.kind === 'incomplete' || answer.command.beside !== undefined,
          text,
        ).toBe(true)
        if (index < 3) expect(answer.kind === 'neighbour' || answer.command.kind === 'incomplete', text).toBe(true)
        if (index >= 3 && answer.command.kind === 'fact') expect(ours, text).toEqual(['consul'])
      }
    },
  )
})

describe('a product that is held against one of the meshes', () => {
  it.each([
    ['calico vs cilium', 'calico', 'cilium'],
    ['what is the difference between cilium and calico?', 'calico', 'cilium'],
    ['linkerd or traefik', 'traefik', 'linkerd'],
    ['dapr vs istio', 'dapr', 'istio'],
  ])('is told by what it is to that mesh, and never turned into a ranking: %s', (text, neighbour, mesh) => {
    expect(commandOf(text)).toEqual({ kind: 'neighbour', neighbour, mesh })
  })
  it('is asked back about where several go by its name', () => {
    expect(commandOf('istio vs nginx')).toMatchObject({
      kind: 'incomplete',
      choices: expect.arrayContaining([
        expect.objectContaining({ command: expect.objectContaining({ kind: 'neighbour', mesh: 'istio' }) }),
      ]),
    })
  })
  it('stands aside where a fact of that mesh is asked for', () => {
    expect(commandOf('does cilium work with calico?').kind).toBe('fact')
    expect(commandOf('can linkerd retries be combined with traefik?')).toMatchObject({
      kind: 'fact',
      meshes: ['linkerd'],
    })
  })
  it('is none where several of ours are named', () => {
    expect(commandOf('istio or linkerd on calico?')).not.toMatchObject({ kind: 'neighbour' })
  })
})
