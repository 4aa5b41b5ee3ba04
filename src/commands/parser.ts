import { closest } from '../closest.ts'
import { slipsBetween } from '../slips.ts'
import type { Kind } from './command.ts'
import { showMesh } from './make.ts'
import type { Parsed, Row } from './row.ts'
import { splitAside } from './spelling.ts'
import { table, usages } from './table.ts'
import type { Tools } from './tools.ts'

/** The longest command that is read: what is spelled is never longer, and a person types less. */
export const longestCommand = 2_000

/** Reads what follows `/mesh`, or what a button carries: a command, or words that are to be read like a question. */
export function parseCommand(text: string, tools: Tools): Parsed {
  const { topics, neighbours } = tools.knowledge
  const ids = {
    isTopic: (id: string) => topics.some((topic) => topic.id === id),
    isNeighbour: (id: string) => neighbours.some((neighbour) => neighbour.id === id),
  }
  const whole = text.slice(0, longestCommand).trim()
  const { rest: said, aside } = splitAside(whole, ids)
  const command = parseSaid(said, tools)
  if (Object.keys(aside).length === 0) return command
  // It stands behind a command that can be carried out; behind anything else it is a part of what was said.
  return command.kind === 'words' || command.kind === 'incomplete' || command.kind === 'slip'
    ? parseSaid(whole, tools)
    : { ...command, ...aside }
}

function parseSaid(said: string, tools: Tools): Parsed {
  const [typed = ''] = said.split(/\s+/)
  const name = typed.toLowerCase()
  const rest = said.slice(typed.length).trim()
  if (name === '') return { kind: 'help' }
  if (name === 'ask') return rest ? { kind: 'words', words: rest, to: 'ask' } : { kind: 'help' }
  const row = rowNamed(name)
  if (row) return row.parse(rest, tools, name)
  const [only] = rest === '' ? tools.readMeshes(name).meshes : []
  if (only !== undefined) return showMesh(only)
  const meant = slipOf(name, tools)
  if (meant !== undefined) return { kind: 'slip', said, meant: `${meant} ${rest}`.trim() }
  return parseScope(said, tools) ?? { kind: 'words', words: said, to: 'ask' }
}

/**
 * A text that is nothing but the name of an area, or a slip off that of an area or topic, as in "on securty". Names of
 * topics without a slip are read as questions, which tell of more than one at a time.
 */
function parseScope(said: string, tools: Tools): Parsed | undefined {
  const name = said.replace(/^on\s+/i, '')
  const found = tools.scopeNamed(name)
  if (!found || found.scope.kind === 'overall') return undefined
  const { scope, isSlip } = found
  // What means something by itself is hardly a slip.
  if (isSlip && name.split(/\s+/).every((word) => tools.explains(word.toLowerCase()))) return undefined
  const meant = scope.kind === 'group' ? `compare all on area ${scope.group}` : `fact all on ${scope.topics.join(' ')}`
  return isSlip ? { kind: 'slip', said, meant } : parseSaid(meant, tools)
}

/** Shorter words are no slips; longer ones may have two. */
const shortName = 4
const longName = 6

/** The command whose name a word is a slip of the finger off. A word that means something begins a question. */
function slipOf(name: string, tools: Tools): string | undefined {
  if (tools.explains(name)) return undefined
  const nearest = closest(name, commandNames)
  const most = name.length < shortName ? 0 : name.length < longName ? 1 : 2
  return nearest !== undefined && slipsBetween(name, nearest, most) !== undefined ? nearest : undefined
}

const rowNamed = (name: string): Pick<Row<Kind>, 'parse'> | undefined =>
  Object.values(table).find(({ names }) => names.includes(name))

const commandNames: readonly string[] = [...usages.keys(), ...Object.values(table).flatMap(({ names }) => names)]
