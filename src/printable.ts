/** What steers a terminal, or turns the direction of what follows. */
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
/** The same, but for the line ends of a CSV file. */
const unbroken = new RegExp(`(?!\\r\\n)${steering.source}`, 'gu')
const lineBreaks: ReadonlySet<string> = new Set(['\n', '\t'])
const esc = String.fromCodePoint(0x1b)
/** Our own colours: the only sequences that we write. */
const color = new RegExp(`(${esc}\\[\\d{1,2}(?:;\\d{1,2})*m)`)

const shown = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text as one line in which nothing steers a terminal, whoever wrote it: what would is shown as JSON escapes it. */
export const onOneLine = (text: string): string => text.replace(steering, shown)

/** A text of several lines in which nothing steers a terminal but, where there are colours, what sets them. */
export const printable = (text: string, hasColor = false): string =>
  hasColor
    ? text
        .split(color)
        .map((part, index) => (index % 2 === 1 ? part : printable(part)))
        .join('')
    : text.replace(unbroken, (character) => (lineBreaks.has(character) ? character : shown(character)))
