import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/facts/lines.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const meshwise = createMeshwise(knowledge)
const headlineOf = (text: string) => meshwise.ask(text).answer.headline
const commandOf = (text: string) => meshwise.read(text).command

describe('a product that is asked about is never left out of the answer', () => {
  it.each(['does kuma support fault injection', 'session affinity in kuma', 'can kmesh do mtls?'])(
    'by itself, on a topic of ours: %s',
    (text) => {
      expect(headlineOf(text)).toMatch(/^I have nothing on .* in (Kuma|Kmesh); (Kuma|Kmesh) is /)
    },
  )
  it('by itself, in brackets, or put before meshes of ours', () => {
    expect(headlineOf('are lua filters supported? (contour)')).toMatch(/^I have nothing on .* in Contour; /)
    expect(headlineOf('can meshery replace my istio and linkerd?')).toMatch(/^Meshery is .*no mesh itself/)
  })
  it('by itself, on what its own few lines tell', () => {
    expect(headlineOf('does kuma run on virtual machines')).toMatch(/^Kuma is an Envoy-based mesh/)
    expect(headlineOf('is aws app mesh still maintained')).toMatch(/^AWS App Mesh ended/)
  })
  it.each(['is kong able to run on windows', 'does traefik do fault injection'])(
    'which one is asked, where several go by its name: %s',
    (text) => {
      expect(commandOf(text)).toMatchObject({ kind: 'incomplete' })
      expect(commandOf(text)).not.toMatchObject({ choices: [] })
    },
  )
  it.each([
    ['can consul services be reached through traefik proxy', /Traefik/],
    ['does linkerd work with argo rollouts', /Argo Rollouts/],
    ['can I run kgateway as a waypoint for istio ambient', /kgateway/i],
    ['does istio work with Service Mesh Interface', /^SMI: /],
    ['does consul work with Service Mesh Interface', /^SMI /],
    ['does cilium support dapr', /^I have nothing on Dapr together with Cilium/],
  ])('beside one of ours: %s', (text, said) => {
    expect(headlineOf(text)).toMatch(said)
  })
  it('where another mesh does it with that product, and nothing is known of this one', () => {
    expect(headlineOf('can istio run on nomad')).toMatch(/^I have nothing on Nomad; /)
    expect(headlineOf('can consul run on nomad')).not.toMatch(/^I have nothing/)
  })
  it('and is not said to be unknown where the fact itself names it', () => {
    const asked = knowledge.meshes.flatMap(({ name }) =>
      knowledge.neighbours.map((product) => ({ product, text: `can ${name} retries use ${product.name}` })),
    )
    for (const { product, text } of asked) {
      const { answer } = meshwise.ask(text)
      const around = answer.kind === 'fact' && answer.nothingOn === product.name ? answer.facts : []
      const said = around.flatMap((fact) => linesOf(fact)).map((line) => line.text.toLowerCase())
      expect(said.filter((line) => line.split(/[^a-z0-9]+/).includes(product.name.toLowerCase()))).toEqual([])
    }
    expect(headlineOf('is kiali part of istio or separate project')).toMatch(/^Kiali is /)
  })
  it('by the line that answers, where that speaks of it', () => {
    expect(headlineOf("is cilium's spire mutual auth going away?")).toMatch(
      /^(If you mean [^:]*: )?SPIRE mutual authentication is deprecated/,
    )
  })
  it('but a circumstance of a longer tale is none', () => {
    const text =
      'we deploy everything with flagger these days and our platform team of nine wonders if linkerd supports fips validated crypto'
    expect(commandOf(text)).toMatchObject({ kind: 'fact', topics: ['fips'] })
  })
  it('and a product held against one of ours brings in no other mesh', () => {
    expect(commandOf('how does kuma stack up against istio')).toMatchObject({
      kind: 'show',
      mesh: 'istio',
      beside: 'kuma',
    })
    expect(commandOf('kuma vs istio on multi-cluster')).toMatchObject({ meshes: ['istio'], topics: ['multi-cluster'] })
  })
})

describe('the command for a product', () => {
  const parsed = (text: string) => meshwise.parse(text).command
  it('takes a mesh and a topic off the end, and leaves whole a name that has such a word', () => {
    expect(parsed('neighbour kuma with istio on retries')).toEqual({
      kind: 'neighbour',
      neighbour: 'kuma',
      mesh: 'istio',
      topic: 'retries',
    })
    expect(parsed('neighbour service connect on ecs')).toMatchObject({ kind: 'neighbour' })
  })
  it.each(['neighbour kuma on nothing', 'neighbour kuma with nothing'])(
    'drops nothing that it does not know: %s',
    (text) => {
      expect(parsed(text)).toMatchObject({ kind: 'incomplete', said: text })
    },
  )
  it('says that nothing is known on a topic, whatever letters its few lines hold', () => {
    const { headline } = meshwise.reply(meshwise.parse('neighbour merbridge on memory-overhead')).answer
    expect(headline).toMatch(/^I have nothing on memory overhead in Merbridge; /)
  })
})
