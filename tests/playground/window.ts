import type { Act } from '../../src/playground/act.ts'
import type { Control } from '../../src/playground/control-request.ts'
import { findPressable } from '../../src/playground/find-element.ts'
import { applyPatch } from '../../src/playground/model.ts'
import type { Message, Outcome, Patch, Snapshot, StateValues } from '../../src/playground/protocol.ts'

const PATIENCE = 8000

/** A person's window without a browser: it sees and does what the page sees and does. */
export class Window {
  readonly #url: string
  readonly #as: string
  readonly #stop = new AbortController()
  #snapshot: Snapshot | undefined
  #listeners: (() => void)[] = []

  private constructor(url: string, as: string) {
    this.#url = url
    this.#as = as
  }

  static async open(url: string, as: string): Promise<Window> {
    const window = new Window(url, as)
    const response = await fetch(`${url}/playground/live?as=${as}`, { signal: window.#stop.signal })
    window.#read(response).catch(() => undefined)
    await window.until((snapshot) => snapshot)
    return window
  }

  get snapshot(): Snapshot {
    if (this.#snapshot === undefined) throw new Error('No snapshot yet')
    return this.#snapshot
  }

  conversation(name: string): string {
    const found = this.snapshot.conversations.find((candidate) =>
      name === 'app' ? candidate.kind === 'app' : candidate.name === name,
    )
    if (found === undefined) throw new Error(`No conversation ${name}`)
    return found.id
  }

  say(name: string, text: string, threadTs?: string): Promise<Outcome> {
    const thread = threadTs === undefined ? {} : { threadTs }
    return this.act({ do: 'say', conversation: this.conversation(name), text, ...thread })
  }

  press(message: Message, label: string): Promise<Outcome> {
    const found = findPressable(message.blocks, label)
    if (found === undefined) throw new Error(`Nothing is called ${label}`)
    const source = { kind: 'message' as const, conversation: message.conversation, ts: message.ts }
    return this.act({ do: 'interact', source, state: {}, ...found })
  }

  pressInView(label: string, state: StateValues = {}): Promise<Outcome> {
    const view = this.snapshot.views.at(-1)
    const found = view && findPressable(view.blocks, label)
    if (view === undefined || found === undefined) throw new Error(`Nothing is called ${label}`)
    return this.act({ do: 'interact', source: { kind: 'view', viewId: view.id }, state, ...found })
  }

  act(act: Act): Promise<Outcome> {
    return this.#post('/playground/act', { as: this.#as, act })
  }

  control(control: Control): Promise<Outcome> {
    return this.#post('/playground/control', control)
  }

  message(text: string): Promise<Message> {
    return this.until(({ messages }) => messages.findLast((message) => message.text.includes(text)))
  }

  until<T>(find: (snapshot: Snapshot) => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Waited in vain for ${find}`)), PATIENCE)
      const look = () => {
        const found = this.#snapshot && find(this.#snapshot)
        if (found === undefined || found === false) return
        clearTimeout(timer)
        this.#listeners = this.#listeners.filter((listener) => listener !== look)
        resolve(found)
      }
      this.#listeners = [...this.#listeners, look]
      look()
    })
  }

  close(): void {
    this.#stop.abort()
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true })
      const entries = rest.split('\n\n')
      rest = entries.pop() ?? ''
      for (const entry of entries.filter((line) => line.startsWith('data: '))) {
        const patch: Patch = JSON.parse(entry.slice(6))
        this.#snapshot = applyPatch(this.#snapshot, patch)
      }
      for (const listener of this.#listeners) listener()
    }
  }

  async #post(path: string, body: unknown): Promise<Outcome> {
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const outcome: Outcome = JSON.parse(await response.text())
    return outcome
  }
}
