import { execFileSync } from 'node:child_process'
import type { DiffSide } from './diff.ts'
import { parseFile } from './document.ts'
import type { Problem } from './problem.ts'
import { glossaryFileSchema, meshSchema, topicsFileSchema } from './schema.ts'

/**
 * The knowledge directory as it was at a git revision, as far as a diff needs it: older knowledge need not pass the
 * rules of today. Throws git's error where there is no such revision, or no repository.
 */
export function knowledgeAt(directory: string, revision: string): DiffSide | { readonly problems: readonly Problem[] } {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim()
  const names = git('ls-tree', '-r', '--name-only', commit, '.').split('\n')
  const textOf = (name: string) => git('show', `${commit}:./${name}`)

  const topics = parseFile('topics.yaml', textOf('topics.yaml'), topicsFileSchema)
  const glossary = parseFile('glossary.yaml', textOf('glossary.yaml'), glossaryFileSchema)
  const meshes = names
    .filter((name) => /^meshes\/.*\.ya?ml$/.test(name))
    .map((name) => ({ id: name.replace(/^meshes\/|\.ya?ml$/g, ''), ...parseFile(name, textOf(name), meshSchema) }))
  const problems = [topics, glossary, ...meshes].flatMap((parsed) => parsed.problems)
  if (problems.length > 0) return { problems }
  const idsOf = (entries: object | undefined) => Object.keys(entries ?? {}).map((id) => ({ id }))
  return {
    topics: idsOf(topics.document?.data.topics),
    terms: idsOf(glossary.document?.data.terms),
    meshes: meshes.flatMap(({ id, document }) => (document ? [{ ...document.data, id }] : [])),
  }
}
