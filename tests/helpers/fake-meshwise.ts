import type { Meshwise, Reply } from '../../src/meshwise.ts'

/**
 * A core that shows what it was given: for what the real one never does, such as failing, and for the exact words that
 * reached it.
 */
export const fakeMeshwise: Meshwise = {
  ask(text, context) {
    if (text.includes('explode')) throw new Error('the core failed on a secret plan')
    const soFar = context ? `, after ${context.topics.join(' ')}` : ''
    return echo(`asked “${text}”${soFar}`, [...(context?.topics ?? []), text])
  },
  command(text) {
    if (text.includes('explode')) throw new Error('the core failed on a secret plan')
    return echo(`commanded “${text}”`, [text])
  },
}

const echo = (headline: string, topics: readonly string[]): Reply => ({
  answer: { kind: 'help', understood: 'Echo', headline, suggestions: [], commands: [{ usage: 'help', does: 'Help.' }] },
  command: 'echo',
  context: { intent: 'fact', meshes: [], topics, mentioned: [], sizes: {} },
})
