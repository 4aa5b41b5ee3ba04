import { nameOf } from '../advisor/candidates.ts'
import { outcomeName } from '../advisor/outcome.ts'
import { sayMove } from '../advisor/say.ts'
import type { RecommendAnswer } from '../answers/answer.ts'
import { inBrief } from '../facts/brief.ts'
import { inSentence } from '../wording.ts'
import { rowsOf } from './ranking.ts'

/** Lines of facts that a record lists for each mesh: those that give and take most. */
const shownFacts = 6

/** A recommendation as a Markdown record of the decision: needs, ranking, reasons and sources. `today` is YYYY-MM-DD. */
export function recordOf(
  { recommendation, basis, headline, said, assumptions }: RecommendAnswer,
  today: string,
): string {
  const { ranked, eliminated, flips, confidence, objection, checks, tensions } = recommendation
  const first = ranked[0]
  const facts = [...(first?.contributions ?? [])].sort((a, b) => b.weight - a.weight).flatMap((one) => one.facts)
  const cited = facts.slice(0, shownFacts)
  const sources = new Map(cited.flatMap((fact) => fact.sources.slice(0, 2)).map((source) => [source.id, source]))
  return [
    `# Service mesh: recommendation of ${today}`,
    '',
    headline,
    ...section('Requirements', [...said, ...assumptions.map((text) => `Assumed: ${text}`)]),
    ...section('Contradictions', tensions),
    '',
    '## Ranking',
    '',
    '| Mesh | Points of 100 |',
    '| --- | --- |',
    ...rowsOf(recommendation).map(({ name, score }) => `| ${name} | ${(score * 100).toFixed(1)} |`),
    ...section(
      'Ruled out',
      eliminated.map(
        ({ candidate, constraint, meeting }) =>
          `${nameOf(candidate)}: ${inSentence(constraint.title)} is a must. ${meeting.but ?? meeting.fact.statement}`,
      ),
    ),
    ...section(
      'Reasons',
      cited.map((fact) => `${fact.topic.name}: ${inBrief(fact)}. ${fact.statement}`),
    ),
    ...section('Confidence', [`${confidence.level} (${confidence.value.toFixed(2)})`, ...confidence.reasons]),
    ...section(
      'What would change it',
      flips.map((flip) => `${outcomeName(flip.becomes)} ${sayMove(basis, flip)}`),
    ),
    ...section('Against it', objection ? [objection.text] : []),
    ...section(
      'To verify',
      checks.map(({ title, text }) => `${title}: ${text}`),
    ),
    ...section(
      'Sources',
      [...sources.values()].map(({ title, url, publisher }) => `[${title}](${url}), ${publisher}`),
    ),
    '',
  ].join('\n')
}

const section = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? ['', `## ${title}`, '', ...items.map((item) => `- ${item}`)] : []
