import { expect, it } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const { answer } = createMeshwise(knowledge)

it('modes of several meshes stand beside each other in one sentence, whatever the topic', () => {
  const modes = knowledge.meshes.flatMap(({ id, modes }) => Object.keys(modes).map((mode) => ({ mesh: id, mode })))
  for (const { id: topic } of knowledge.topics)
    for (const one of modes)
      for (const other of modes) {
        if (one.mesh >= other.mesh) continue
        const command = { kind: 'fact', meshes: [one.mesh, other.mesh], modes: [one, other], topics: [topic] } as const
        expect(answer(command).answer.headline, `${topic} ${one.mode} ${other.mode}`).not.toMatch(/\.[;,.]/)
      }
})
