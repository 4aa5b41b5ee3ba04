/** A rule of Block Kit that a payload breaks. */
export interface Violation {
  /** JSON pointer to the offending value. */
  path: string
  /** The rule's short name, for example `text_max`. */
  rule: string
  message: string
  /** Slack refuses an error; a warning is a limit which Slack leaves unclear, or an accessibility lapse. */
  severity: 'error' | 'warning'
}
