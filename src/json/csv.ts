/**
 * Rows as CSV by RFC 4180: commas, CRLF after each row, quotes where a cell needs them. A spreadsheet takes a cell that
 * starts with = + - @ or a tab or line break for a formula, so such a cell gets an apostrophe in front; so does one that
 * starts with apostrophes and then such a character, so that whoever takes one apostrophe off has the text again.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')

const guarded = (cell: string): string => (/^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
