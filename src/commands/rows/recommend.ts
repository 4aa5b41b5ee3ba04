import { type Assumption, assumptions, isAssumption } from '../../advisor/assumptions.ts'
import type { Requirements } from '../../advisor/requirements.ts'
import { fromWords, looksLikeWords, toWords, withoutFreeNames } from '../../advisor/words.ts'
import { answerRecommend } from '../../answers/recommend.ts'
import { recommendationJson } from '../../json/recommendation-json.ts'
import { recommendationPage } from '../../pages/recommendation-page.ts'
import { helpCommand, recommendAmong, recommendBy } from '../make.ts'
import { meshOf } from '../resolve.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly recommend: RecommendCommand
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly recommend: RecommendAnswer
  }
}

interface RecommendCommand {
  readonly requirements: Requirements
  /** What was taken for granted when they were read from words. */
  readonly assumed: readonly Assumption[]
  /** Ids of the meshes that were asked about: the answer says how they come out. */
  readonly about: readonly string[]
}

/** `recommend [NEEDS]`: the mesh that fits, by NAME=VALUE words or plain ones. */
export const recommend: Row<'recommend'> = {
  names: ['recommend'],
  help: {
    usage: 'recommend [NEEDS]',
    does: 'Find the mesh that fits you, by a few questions',
    takes: '[needs...]',
    examples: ['recommend', 'recommend team-size=3 simplicity=5 mutual-tls=must'],
    example: () => recommendAmong([]),
  },
  readsOnly: true,
  form: () => 'recommend',
  parse(rest, { knowledge, basis }) {
    if (!looksLikeWords(rest)) return { kind: 'words', words: rest, to: 'recommend' }
    const { needs, assumed, about } = splitAside(rest, new Set(knowledge.meshes.map(({ id }) => id)))
    if (!basis) return helpCommand
    const read = fromWords(needs, basis)
    if (read.ok) return { ...recommendBy(read.requirements), assumed, about }
    return {
      kind: 'incomplete',
      said: `recommend ${rest}`,
      title: 'One thing is not right',
      problem: read.problems.join(' '),
      choices: [{ label: 'Ask me the questions', command: recommendAmong([]) }],
    }
  },
  spell: ({ requirements, assumed, about }) =>
    [
      'recommend',
      ...[toWords(requirements)].filter(Boolean),
      ...(assumed.length > 0 ? [`assumed=${assumed.join(',')}`] : []),
      ...(about.length > 0 ? [`about=${about.join(',')}`] : []),
    ].join(' '),
  answer({ requirements, assumed, about }, { knowledge, basis }) {
    if (!basis) throw new Error('the knowledge has no criteria to recommend by')
    return answerRecommend(basis, requirements, {
      assumptions: assumed.map((one) => assumptions[one]),
      about: about.map((id) => ({ id, name: meshOf(knowledge, id).name })),
    })
  },
  about: ({ requirements }, { criteria }) => ({
    intent: 'recommend',
    meshes: requirements.candidates,
    modes: [],
    topics: ['best-fit'],
    // A thread keeps ids and numbers; a name that is none of ours is what somebody wrote.
    requirements: toWords(withoutFreeNames(requirements, criteria)),
  }),
  page: recommendationPage,
  facts: ({ recommendation: { ranked } }) => ranked[0]?.contributions.flatMap(({ facts }) => facts) ?? [],
  json: recommendationJson,
}

/** Takes apart what is needed, what was assumed, and what was asked about; words that mean nothing stay with the needs. */
function splitAside(rest: string, meshes: ReadonlySet<string>) {
  const words = rest.split(/\s+/).filter(Boolean)
  const listOf = (name: string) =>
    words.flatMap((word) => (word.startsWith(`${name}=`) ? word.slice(name.length + 1).split(',') : []))
  return {
    needs: words.filter((word) => !/^(assumed|about)=/.test(word)).join(' '),
    assumed: [...new Set(listOf('assumed').filter(isAssumption))],
    about: [...new Set(listOf('about').filter((id) => meshes.has(id)))],
  }
}
