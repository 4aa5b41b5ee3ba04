import type { Place, RankingAnswer } from '../answers/answer.ts'
import { ordinal } from '../wording.ts'
import { choiceRows } from './choices.ts'
import { articlesOn, asList, explanation, remarksOn, standingCell } from './fact-details.ts'
import { inWords, sourcesPart } from './fact-page.ts'
import { bold, type Laid, leadOf, type Part, type Prose } from './page.ts'

/** The meshes in order on a topic, with what the order rests on. */
export function rankingPage(answer: RankingAnswer): Laid {
  const facts = answer.places.map(({ fact }) => fact)
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      ...placesTable(answer),
      { kind: 'paragraph', text: [bold('What this rests on: '), answer.basis] },
      sourcesPart(facts),
    ],
    folds: [...inWords(facts), ...remarksOn(facts)],
    details: articlesOn(facts),
    choices: choiceRows(answer.suggestions),
  }
}

/** The places as a table of a few words each; what can't be put in few words is a list. */
function placesTable({ places, topic }: RankingAnswer): Part[] {
  const placed = places.some(({ place }) => place !== undefined)
  const isBrief = placed || places.some(({ fact, standing }) => standing !== explanation(fact))
  if (!isBrief) {
    return asList(
      undefined,
      places.map(({ fact }): Prose => [bold(`${fact.mesh.name}: `), explanation(fact)]),
    )
  }
  return [
    {
      kind: 'table',
      called: 'place',
      header: [...(placed ? ['Place'] : []), 'Mesh', topic.name],
      rows: places.map((place) => [
        ...(placed ? [showPlace(place)] : []),
        [bold(place.fact.mesh.name)],
        standingCell(place.fact),
      ]),
    },
  ]
}

const showPlace = ({ place }: Place): Prose => [place === undefined ? 'not placed' : ordinal(place)]
