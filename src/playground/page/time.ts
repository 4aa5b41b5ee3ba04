const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const exact = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' })

/** The moment of a Slack timestamp. */
export function dateOf(ts: string): Date {
  return new Date(Number(ts) * 1000)
}

/** A message's time of day. */
export function timeOf(ts: string): string {
  return clock.format(dateOf(ts))
}

/** A moment to the second. */
export function secondsOf(milliseconds: number): string {
  return exact.format(new Date(milliseconds))
}

/** The day a message was written, as a divider names it. */
export function dayOf(ts: string): string {
  const today = new Date().toDateString() === dateOf(ts).toDateString()
  return today ? 'Today' : day.format(dateOf(ts))
}

/** A moment with its day. */
export function momentOf(milliseconds: number): string {
  const date = new Date(milliseconds)
  return `${day.format(date)}, ${clock.format(date)}`
}
