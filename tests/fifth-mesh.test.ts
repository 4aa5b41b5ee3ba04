import { dump, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ownKnowledgeDirectory, readYamlFiles } from '../src/knowledge/load.ts'
import { parseKnowledge } from '../src/knowledge/parse.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { catalogueOf } from '../src/pages/catalogue.ts'
import { validateMessage } from '../src/playground/validate-blocks.ts'
import { messageOf } from '../src/slack/blocks/message.ts'
import { runCommand } from './helpers/run-command.ts'

/** Our own knowledge with one file more: a mesh that has another's facts, under a name that nothing else knows. */
function withPlexus() {
  const files = new Map(readYamlFiles(ownKnowledgeDirectory))
  const linkerd = z.record(z.string(), z.unknown()).parse(load(files.get('meshes/linkerd.yaml') ?? ''))
  const plexus = {
    ...linkerd,
    name: 'Plexus',
    summary: 'Plexus is a mesh that exists in this test alone.',
    aliases: ['plexus mesh'],
    parts: ['plexusd'],
    lookalikes: [],
    figures: {},
    sources: {},
  }
  files.set('meshes/plexus.yaml', dump(plexus))
  const loaded = parseKnowledge(files, '2026-12-31')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2))
  return loaded.knowledge
}

const knowledge = withPlexus()
const meshwise = createMeshwise(knowledge)

describe('a fifth mesh, which is one more file', () => {
  const commands = [
    'compare plexus istio',
    'compare plexsu with linkerd on security',
    'show plexus',
    'sources plexus retries',
    'fact plexus on memory-overhead',
    'best all on latency-overhead',
    'migrate plexus istio',
    'topics',
    'help',
    'recommend',
    'recommend candidates=plexus,istio',
    'estimate pods=500 nodes=20',
  ]
  for (const command of commands) {
    it(`goes through \`${command}\``, () => {
      const { answer } = runCommand(meshwise, command)
      expect(answer.kind).not.toBe('clarify')
      const card = messageOf(answer, { shareable: true, catalogue: catalogueOf(knowledge) })
      expect(validateMessage(card)).toEqual([])
    })
  }

  const questions: [text: string, kind: string][] = [
    ['does plexus do rate limiting?', 'fact'],
    ['plexus vs cilium memory', 'compare'],
    ['tell me about plexus', 'profile'],
    ['from istio to plexus, what breaks', 'migrate'],
    ['does plexsu encrypt traffic', 'fact'],
  ]
  for (const [text, kind] of questions) {
    it(`is understood in "${text}"`, () => {
      const { answer, question } = meshwise.ask(text)
      expect(answer.kind).toBe(kind)
      expect(question?.meshes).toContain('plexus')
    })
  }

  it('is carried on in a thread', () => {
    const { context } = meshwise.ask('does istio support fault injection?')
    expect(meshwise.ask('what about plexus?', context).question).toMatchObject({
      meshes: ['plexus'],
      topics: ['fault-injection'],
    })
  })
})
