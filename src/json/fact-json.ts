import type { z } from 'zod'
import type { ComparisonRow } from '../answers/answer.ts'
import type { Fact } from '../facts/fact.ts'
import type { factSchema } from './schemas.ts'

/** The shape of a fact in every `--json`: what others build on, so it only grows. */
export const factJson = (fact: Fact): z.input<typeof factSchema> => {
  const {
    mesh,
    mode,
    topic,
    statement,
    support,
    value,
    needs,
    since,
    until,
    maturity,
    edition,
    checked,
    sources,
    house,
  } = fact
  return {
    mesh: mesh.id,
    ...(mode ? { mode: mode.id } : {}),
    topic: topic.id,
    text: statement,
    ...(support ? { support } : {}),
    ...(value ? { value } : {}),
    ...(fact.default ? { default: fact.default } : {}),
    ...(needs.length > 0 ? { needs } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(maturity ? { maturity } : {}),
    ...(edition ? { edition } : {}),
    ...(house ? { house } : {}),
    ...(checked === undefined ? {} : { checked }),
    sources: sources.map(({ title, url }) => ({ title, url })),
  }
}

/** One topic of a comparison as data. */
export const rowJson = ({ topic, differs, facts }: ComparisonRow) => ({
  topic: topic.id,
  differs,
  facts: facts.map(factJson),
})
