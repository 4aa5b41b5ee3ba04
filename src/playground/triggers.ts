import { randomBytes } from 'node:crypto'

const LIFETIME = 3000

interface Trigger {
  person: string
  at: number
  used: boolean
  /** The modal that was acted on, for views.push. */
  viewId?: string
}

/** The trigger ids given out with requests: each good for three seconds and one modal. */
export class TriggerIds {
  readonly #now: () => number
  readonly #triggers = new Map<string, Trigger>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** A new trigger id for something a person does now. */
  issue(person: string, viewId?: string): string {
    const id = `${this.#now()}.${randomBytes(5).readUIntBE(0, 5)}.${randomBytes(16).toString('hex')}`
    this.#triggers.set(id, { person, at: this.#now(), used: false, ...(viewId === undefined ? {} : { viewId }) })
    return id
  }

  /** Uses a trigger id up, or says by Slack's error code why it can't be used. */
  exchange(id: string): { person: string; viewId?: string } | { error: string } {
    const trigger = this.#triggers.get(id)
    if (trigger === undefined) return { error: 'invalid_trigger_id' }
    if (trigger.used) return { error: 'exchanged_trigger_id' }
    if (this.#now() - trigger.at > LIFETIME) return { error: 'expired_trigger_id' }
    trigger.used = true
    return trigger
  }
}
