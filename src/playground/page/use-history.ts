import { useRef } from 'react'

const KEY = 'playground-said'
const KEPT = 50

/** What was said from this window, to be said again by arrow-up. */
export function useHistory(): {
  add(text: string): void
  /** The entry before or after the one last shown; undefined where there is none. */
  step(by: 1 | -1): string | undefined
} {
  const at = useRef(0)
  return {
    add(text) {
      sessionStorage.setItem(KEY, JSON.stringify([text, ...said().filter((other) => other !== text)].slice(0, KEPT)))
      at.current = 0
    },
    step(by) {
      const next = at.current - by
      if (next < 0 || next > said().length) return undefined
      at.current = next
      return next === 0 ? '' : said()[next - 1]
    },
  }
}

function said(): string[] {
  const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
  return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : []
}
