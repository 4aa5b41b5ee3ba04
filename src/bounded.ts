/** The longest text that is read, in UTF-16 units: what comes after is no question any more. */
export const longestText = 5_000

/**
 * A text up to where it is too long to be read, as it stands or once its characters are told apart: one can stand for
 * eighteen others. Reading costs what a text costs at most, whoever sends it.
 */
export function bounded(text: string): string {
  const start = text.slice(0, longestText)
  if (start.normalize('NFKD').length <= longestText) return start
  let room = longestText
  let end = 0
  for (const character of start) {
    room -= character.normalize('NFKD').length
    if (room < 0) break
    end += character.length
  }
  return start.slice(0, end)
}
