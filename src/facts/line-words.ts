/** The words of a line as they are written, and the parts of those that are several in one: Envoy and Filter of EnvoyFilter. */
export function wordsOf(text: string): { readonly words: readonly string[]; readonly parts: readonly string[] } {
  const words = text.match(/[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? []
  const parts = words.map((word) => word.split(/(?<=\p{Ll})(?=\p{Lu})/u)).filter(({ length }) => length > 1)
  return { words, parts: parts.flat() }
}
