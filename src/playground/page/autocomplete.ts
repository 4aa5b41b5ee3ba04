import type { Snapshot } from '../protocol.ts'

/** Something that the composer offers to write. */
export interface Suggestion {
  key: string
  label: string
  detail: string
  /** The text after it is taken, and where the caret then is. */
  text: string
  caret: number
}

const MOST = 8

/** What could be meant by the word before the caret: a command, a subcommand, somebody, or a channel. */
export function suggestionsFor(snapshot: Snapshot, text: string, caret: number): Suggestion[] {
  const before = text.slice(0, caret)
  const after = text.slice(caret)
  const replace = (from: number, word: string) => ({
    text: `${text.slice(0, from)}${word} ${after.replace(/^ /, '')}`,
    caret: from + word.length + 1,
  })
  return (
    commands(snapshot, before, replace) ??
    subcommands(snapshot, before, replace) ??
    mentions(snapshot, before, replace) ??
    []
  ).slice(0, MOST)
}

type Replace = (from: number, word: string) => { text: string; caret: number }

function commands(snapshot: Snapshot, before: string, replace: Replace): Suggestion[] | undefined {
  if (!/^\/\S*$/.test(before)) return undefined
  return snapshot.commands
    .filter(({ command }) => command.startsWith(before))
    .map(({ command, description, usageHint }) => ({
      key: command,
      label: command,
      detail: description || usageHint,
      ...replace(0, command),
    }))
}

function subcommands(snapshot: Snapshot, before: string, replace: Replace): Suggestion[] | undefined {
  const [, command, word = ''] = /^(\/\S+) ([a-z-]*)$/.exec(before) ?? []
  const known = snapshot.commands.find((candidate) => candidate.command === command)
  if (known === undefined) return undefined
  return known.subcommands
    .filter(({ name }) => name.startsWith(word) && name !== word)
    .map(({ name, hint }) => ({
      key: name,
      label: `${known.command} ${name}`,
      detail: hint,
      ...replace(before.length - word.length, name),
    }))
}

function mentions(snapshot: Snapshot, before: string, replace: Replace): Suggestion[] | undefined {
  const [, sign, word] = /(?:^|\s)([@#])([\w-]*)$/.exec(before) ?? []
  if (sign === undefined || word === undefined) return undefined
  const from = before.length - word.length - 1
  const wanted = word.toLowerCase()
  if (sign === '#') {
    return snapshot.conversations
      .filter(({ kind, name }) => kind === 'channel' && name.startsWith(wanted))
      .map(({ id, name, topic }) => ({ key: id, label: `#${name}`, detail: topic, ...replace(from, `#${name}`) }))
  }
  return snapshot.members
    .filter(({ kind }) => kind !== 'slackbot')
    .filter(({ name, realName }) => name.startsWith(wanted) || realName.toLowerCase().startsWith(wanted))
    .map(({ id, realName, name, title, kind }) => {
      const shown = kind === 'app' ? realName : name
      return { key: id, label: `@${realName}`, detail: title, ...replace(from, `@${shown}`) }
    })
}

/** What may follow a subcommand, to read while one types. */
export function hintFor(snapshot: Snapshot, text: string): string {
  const [, command, name] = /^(\/\S+) ([a-z-]+) $/.exec(text) ?? []
  const known = snapshot.commands.find((candidate) => candidate.command === command)
  return known?.subcommands.find((candidate) => candidate.name === name)?.hint ?? ''
}
