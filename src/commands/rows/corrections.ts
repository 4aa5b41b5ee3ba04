import { notCoveredPage } from '../../pages/not-covered-page.ts'
import { factOn, topicsCommand } from '../make.ts'
import { meshOf, topicOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { oneThingMissing } from '../tools.ts'
import { fact } from './fact.ts'

declare module '../command.ts' {
  interface Commands {
    readonly corrections: { readonly mesh: string; readonly topic: string }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly corrections: CorrectionsAnswer
  }
}

/** `corrections MESH TOPIC`: in Slack a form that takes what is wrong with a fact. */
export const corrections: Row<'corrections'> = {
  names: ['corrections', 'correction'],
  help: {
    usage: 'corrections MESH TOPIC',
    does: 'Say what is wrong with a fact',
    takes: '<words...>',
    examples: ['corrections linkerd retries'],
    example: ({ meshes: [mesh], topics: [topic] }) =>
      mesh && topic && { kind: 'corrections', mesh: mesh.id, topic: topic.id },
  },
  readsOnly: false,
  form: () => 'correction',
  parse(rest, tools) {
    const named = rest ? fact.parse(rest, tools, 'fact') : undefined
    const [mesh, topic] = named?.kind === 'fact' ? [named.meshes[0], named.topics[0]] : []
    if (mesh !== undefined && topic !== undefined) return { kind: 'corrections', mesh, topic }
    return {
      kind: 'incomplete',
      said: `corrections ${rest}`.trim(),
      title: oneThingMissing,
      problem: 'Say which fact is wrong, by its mesh and topic, such as "corrections linkerd retries" in Slack.',
      choices: [{ label: 'All topics', command: topicsCommand }],
    }
  },
  spell: ({ mesh, topic }) => `corrections ${mesh} on ${topic}`,
  answer({ mesh, topic }, { knowledge }) {
    const { name } = meshOf(knowledge, mesh)
    const { title } = topicOf(knowledge, topic)
    return {
      kind: 'corrections',
      understood: `Correction · ${name} · ${title}`,
      headline:
        'In Slack this opens a form for what is wrong. Here, correct the fact in its YAML file: CONTRIBUTING.md says how.',
      suggestions: [{ label: 'The fact', command: factOn([mesh], topic) }],
    }
  },
  about: ({ mesh, topic }) => ({ intent: 'fact', meshes: [mesh], modes: [], topics: [topic] }),
  page: notCoveredPage,
  facts: () => [],
  json: () => ({}),
}
