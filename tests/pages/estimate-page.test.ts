import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateOf } from '../../src/commands/make.ts'
import { spell } from '../../src/commands/table.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { validateMessage, validateView } from '../../src/playground/validate-blocks.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { estimateModal } from '../../src/slack/views/estimate-view.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { runCommand } from '../helpers/run-command.ts'

const knowledge = ownKnowledge()
const catalogue = catalogueOf(knowledge)
const meshwise = createMeshwise(knowledge)

const stated = fc.record({
  pods: fc.integer({ min: 1, max: 1_000_000 }),
  nodes: fc.integer({ min: 1_000, max: 65_000 }),
  rps: fc.integer({ min: 0, max: 10_000_000 }),
  hops: fc.integer({ min: 0, max: 100 }),
  l7: fc.boolean(),
})

test('the card of any estimate is one that Slack takes, and every button gives an answer', () => {
  fc.assert(
    fc.property(stated, fc.subarray(['istio', 'linkerd', 'consul', 'cilium']), (size, meshes) => {
      const command = estimateOf(size, meshes)
      if (!command) throw new Error('not a size')
      const { answer } = meshwise.answer(command)
      expect(validateMessage(messageOf(answer, { shareable: true, catalogue }))).toEqual([])
      for (const next of answer.suggestions) {
        expect(['estimate', 'diagram']).toContain(meshwise.answer(next.command).answer.kind)
      }
    }),
    { numRuns: 60 },
  )
})

test('the modal is one that Slack takes', () => {
  expect(validateView(estimateModal('C1'))).toEqual([])
})

const [first, second] = knowledge.diagrams
const { answer } = runCommand(meshwise, `diagram ${first?.id} ${second?.id}`)

test('a diagram is shown with its words, and without a file says why there is no picture', () => {
  if (answer.kind !== 'diagram') throw new Error(answer.kind)
  const options = { shareable: true, catalogue }
  const shown = messageOf(answer, { ...options, picture: { file: 'F0123456789' } })
  expect(validateMessage(shown)).toEqual([])
  expect(shown.blocks.filter(({ type }) => type === 'image')).toHaveLength(1)
  const missing = messageOf(answer, { ...options, picture: { missing: 'this workspace has no room left for files' } })
  expect(validateMessage(missing)).toEqual([])
  expect(missing.blocks.filter(({ type }) => type === 'image')).toEqual([])
  expect(missing.text).toContain('no room left for files')
  for (const { text } of [shown, missing]) expect(text).toContain(answer.scenes[0]?.story[0])
})

test.each([
  ['how much RAM for 500 pods on 20 nodes with istio?', ['istio'], '500 pods on 20 nodes'],
  ['what would linkerd cost us for 300 pods on 12 nodes?', ['linkerd'], '300 pods on 12 nodes'],
])('%s', (question, meshes, size) => {
  const reply = meshwise.ask(question)
  expect(reply.answer.kind).toBe('estimate')
  expect(reply.answer.kind === 'estimate' && reply.answer.meshes).toEqual(meshes)
  expect(reply.answer.understood).toContain(size)
  expect(runCommand(meshwise, spell(reply.answer.command)).answer).toMatchObject({
    kind: 'estimate',
    headline: reply.answer.headline,
  })
})
