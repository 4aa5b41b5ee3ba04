import type { Meshwise, Reply } from '../../src/meshwise.ts'

const core: Omit<Meshwise, 'reply'> = {
  read: (text) => ({ command: { kind: 'help', about: text } }),
  parse(text) {
    if (text.includes('explode')) throw new Error('the core failed on a secret plan')
    return { command: { kind: 'help', about: text } }
  },
  answer: (command) => {
    const said = command.kind === 'help' ? (command.about ?? '') : command.kind
    return echo(`commanded “${said}”`, [said])
  },
  ask(text, context) {
    if (text.includes('explode')) throw new Error('the core failed on a secret plan')
    const soFar = context ? `, after ${context.topics.join(' ')}` : ''
    return echo(`asked “${text}”${soFar}`, [...(context?.topics ?? []), text])
  },
}

/**
 * A core that shows what it was given: for what the real one never does, such as failing, and for the exact words that
 * reached it.
 */
export const fakeMeshwise: Meshwise = { ...core, reply: ({ command }) => core.answer(command) }

const echo = (headline: string, topics: readonly string[]): Reply => ({
  answer: {
    kind: 'help',
    understood: 'Echo',
    headline,
    suggestions: [],
    commands: [{ usage: 'help', does: 'Help.' }],
    command: { kind: 'help', about: 'echo' },
  },
  context: { intent: 'fact', meshes: [], topics, mentioned: [], sizes: {} },
})
