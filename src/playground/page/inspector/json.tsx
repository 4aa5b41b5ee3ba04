import { type ReactElement, type ReactNode, useMemo } from 'react'

/** JSON to read, with keys and strings told apart. */
export function Json({ value, label }: { value: unknown; label: string }): ReactElement {
  const lines = useMemo(() => colour(typeof value === 'string' ? value : JSON.stringify(value, null, 2)), [value])
  return (
    <section className="json" aria-label={label}>
      <pre>{lines}</pre>
    </section>
  )
}

const TOKENS = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

function colour(text: string): ReactNode[] {
  const parts: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(TOKENS)) {
    const [whole, quoted, colon] = match
    if (match.index > from) parts.push(text.slice(from, match.index))
    const kind = quoted === undefined ? 'json-plain' : colon === undefined ? 'json-string' : 'json-key'
    parts.push(
      <span key={match.index} className={kind}>
        {whole}
      </span>,
    )
    from = match.index + whole.length
  }
  return [...parts, text.slice(from)]
}
