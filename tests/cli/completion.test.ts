import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { inTerminal } from '../helpers/terminal.ts'

/** What bash offers after these words, the last of which is being typed. */
function offered(script: string, ...words: readonly string[]): string[] {
  const setUp = `COMP_WORDS=(mesh ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _mesh`
  const out = execFileSync('bash', ['-c', `${script}\n${setUp}; printf '%s\\n' "\${COMPREPLY[@]}"`], {
    encoding: 'utf8',
  })
  return out.split('\n').filter(Boolean)
}

test('bash completes commands, subcommands, options, meshes and topics', async () => {
  const { code, out } = await inTerminal(['completion', 'bash'])
  expect(code).toBe(0)
  expect(offered(out, 'comp')).toEqual(['compare', 'completion'])
  expect(offered(out, 'knowledge', 'sta')).toEqual(['stale', 'stats'])
  expect(offered(out, 'compare', 'ist')).toEqual(['istio'])
  expect(offered(out, 'compare', '--o')).toEqual(['--on'])
  expect(offered(out, 'compare', 'istio', 'cilium', 'on', 'circ')).toEqual(['circuit-breaking'])
})

test('zsh and fish get a script of their own, and another shell is told which there are', async () => {
  expect((await inTerminal(['completion', 'zsh'])).out).toContain('bashcompinit')
  const { out } = await inTerminal(['completion', 'fish'])
  expect(out).toContain("-a 'compare' -d 'compare two to four meshes")
  expect(out).toMatch(/__fish_prev_arg_in on --on' -a '[^']*circuit-breaking/)
  expect(await inTerminal(['completion', 'tcsh'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('bash, zsh, fish'),
  })
})
