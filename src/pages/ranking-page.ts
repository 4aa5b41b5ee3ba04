import type { Place, RankingAnswer } from '../answers/answer.ts'
import { ordinal } from '../wording.ts'
import { choiceRows } from './choices.ts'
import { explanation, remarksOn } from './fact-details.ts'
import { restOfTopic, sourcesPart } from './fact-page.ts'
import { bold, type Laid, leadOf, type Prose, type Table } from './page.ts'

/** The meshes in order on a topic, with what the order rests on. */
export function rankingPage(answer: RankingAnswer): Laid {
  const facts = answer.places.map(({ fact }) => fact)
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      placesTable(answer),
      { kind: 'paragraph', text: [bold('What this rests on: '), answer.basis] },
      ...remarksOn(facts),
      sourcesPart(facts, restOfTopic(facts)),
    ],
    choices: choiceRows(answer.suggestions),
  }
}

/** Where the places are all that the order says, they are not said twice. */
function placesTable({ places, topic }: RankingAnswer): Table {
  const placed = places.some(({ place }) => place !== undefined)
  const standings = !places.some(({ fact }) => fact.rank)
  return {
    kind: 'table',
    header: [...(placed ? ['Place'] : []), 'Mesh', ...(standings ? [topic.name] : []), 'In words'],
    rows: places.map((place) => [
      ...(placed ? [showPlace(place)] : []),
      [bold(place.fact.mesh.name)],
      ...(standings ? [[place.standing]] : []),
      [explanation(place.fact)],
    ]),
  }
}

const showPlace = ({ place }: Place): Prose => [place === undefined ? 'not placed' : ordinal(place)]
