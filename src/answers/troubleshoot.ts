import { factOn, showMesh, troubleWith } from '../commands/make.ts'
import type { Fact } from '../facts/fact.ts'
import { linesById, linesOf } from '../facts/lines.ts'
import type { Knowledge, Mesh, Topic } from '../knowledge/knowledge.ts'
import { inSentence, listed } from '../wording.ts'
import type { Suggestion, TroubleshootAnswer } from './answer.ts'
import type { Known } from './known.ts'
import { inOneSentence } from './say-line.ts'

/** Where to look and whom to ask: no fact settles what is broken in somebody's cluster, or how their settings are written. */
export function answerTroubleshoot(
  { knowledge, facts }: Known,
  about: 'broken' | 'how-to',
  mesh: Mesh | undefined,
  topic: Topic | undefined,
  told: readonly string[] = [],
): TroubleshootAnswer {
  const signposts = mesh && knowledge.signposts.get(mesh.id)
  const guide = topic && signposts?.howto[topic.id]
  const base = { kind: 'troubleshoot', understood: understood(about, mesh, topic) } as const
  if (!mesh || !signposts) {
    return {
      ...base,
      headline:
        about === 'broken'
          ? "I can't see your cluster, so I can only point to each mesh's own checks: which mesh is it?"
          : "How a setting is written stands in each mesh's own guide: which mesh is it?",
      checks: [],
      pages: [],
      ask: [],
      suggestions: whichMesh(knowledge, about, topic),
    }
  }
  const fact = topic && facts.of(mesh.id, topic.id)
  const lines = fact ? linesById(fact, told) : []
  const explained = fact && lines.length > 0 ? `${inOneSentence(lines, linesOf(fact)).sentence} ` : ''
  const explains = explained && about === 'broken' ? `It may be this: ${explained}` : explained
  const [first] = signposts.checks
  const [page] = signposts.troubleshooting
  return {
    ...base,
    headline:
      explains +
      (about === 'how-to'
        ? `${lines.length > 0 ? 'H' : through(fact)}${where(mesh, guide)}`
        : `I can't see your cluster; on ${mesh.name} begin with "${first?.run ?? ''}", which tells ${inSentence(first?.tells ?? '')}${page ? `, then read ${page.url}` : ''}`),
    mesh: { id: mesh.id, name: mesh.name },
    checks: about === 'broken' ? signposts.checks : [],
    pages: [
      ...(guide ? [{ about: guide.title, url: guide.url }] : []),
      ...(about === 'broken' ? signposts.troubleshooting.map((one) => ({ about: one.about, url: one.url })) : []),
    ],
    ask: signposts.ask.map(({ where, url }) => ({ about: where, url })),
    ...(fact ? { fact } : {}),
    suggestions: [
      ...(topic ? [{ label: `What I know of ${inSentence(topic.title)}`, command: factOn([mesh.id], topic.id) }] : []),
      { label: `All on ${mesh.name}`, command: showMesh(mesh.id) },
    ],
  }
}

const where = (mesh: Mesh, guide: { readonly title: string; readonly url: string } | undefined): string =>
  guide
    ? `ow that is done on ${mesh.name} stands in "${guide.title}": ${guide.url}`
    : `ow that is done stands in the documentation of ${mesh.name}: ${mesh.homepage}`

/** The resources that it is done with, where a fact names them, before "ow that is done". */
const through = (fact: Fact | undefined): string =>
  fact && fact.via.length > 0 ? `Through ${listed(fact.via)}: h` : 'H'

const understood = (about: 'broken' | 'how-to', mesh: Mesh | undefined, topic: Topic | undefined): string =>
  [about === 'broken' ? 'Trouble' : 'How to', mesh?.name, topic?.title].filter(Boolean).join(' · ')

const whichMesh = ({ meshes }: Knowledge, about: 'broken' | 'how-to', topic: Topic | undefined): Suggestion[] =>
  meshes.map(({ id, name }) => ({ label: name, command: troubleWith(about, id, topic?.id) }))
