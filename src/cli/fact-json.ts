import type { Fact } from '../facts/fact.ts'

/** The shape of a fact in every `--json`: what others build on, so it only grows. */
export const factJson = ({ mesh, mode, topic, statement, support, value, checked, sources, house }: Fact) => ({
  mesh: mesh.id,
  ...(mode ? { mode: mode.id } : {}),
  topic: topic.id,
  text: statement,
  ...(support ? { support } : {}),
  ...(value ? { value } : {}),
  ...(house ? { house } : {}),
  checked,
  sources: sources.map(({ title, url }) => ({ title, url })),
})
