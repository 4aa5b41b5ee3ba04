/** So many topics of a question are looked at, the likeliest by turn of phrase. */
const most = 7

/** The topics whose lines may answer a question, by how likely each is by turn of phrase. */
export const likelyTopics = (shares: ReadonlyMap<string, number>): readonly string[] =>
  [...shares]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([topic]) => topic)
