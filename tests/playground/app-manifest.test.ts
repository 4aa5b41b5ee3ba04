import { describe, expect, it } from 'vitest'
import { parseManifest, readManifest, subcommandsOf } from '../../src/playground/app-manifest.ts'
import { stubManifest } from './start.ts'

describe('an app manifest', () => {
  it('tells commands, shortcuts, scopes and events', () => {
    const manifest = readManifest(stubManifest)
    expect(manifest.name).toBe('Meshwise')
    expect(manifest.commands.map(({ command }) => command)).toEqual(['/mesh'])
    expect(manifest.shortcuts.map(({ type }) => type)).toEqual(['global', 'message'])
    expect(manifest.scopes).toContain('chat:write')
    expect(manifest.events).toContain('message.im')
  })

  it('may be as short as a name', () => {
    const manifest = parseManifest('display_information: { name: Short }')
    expect(manifest).toMatchObject({ name: 'Short', commands: [], shortcuts: [], scopes: [], events: [] })
  })

  it('isn’t needed', () => {
    expect(readManifest('/nowhere/manifest.yml').events).toContain('app_mention')
  })
})

it.each([
  ['[compare istio cilium | help]', ['compare: istio cilium', 'help: ']],
  ['compare A B · ask QUESTION', ['compare: A B', 'ask: QUESTION']],
  ['', []],
  ['[QUESTION]', []],
])('finds the subcommands of %s', (hint, expected) => {
  expect(subcommandsOf(hint).map(({ name, hint: rest }) => `${name}: ${rest}`)).toEqual(expected)
})
