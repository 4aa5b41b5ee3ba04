/** A sentence of fewer words says too little by itself. */
const shortest = 3

/** The sentences of a longer text; none where it is a single one. */
export function sentencesOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((one) => one.trim().split(/\s+/).length >= shortest)
  return sentences.length > 1 ? sentences : []
}
