import { randomBytes } from 'node:crypto'
import { withIds } from './block-ids.ts'
import { type JsonObject, objectsAt, stringAt, textAt } from './json.ts'
import type { LiveFeed } from './live-feed.ts'
import type { View } from './protocol.ts'

const MAX_STACK = 3

/** A view, or Slack's error code. */
export type ViewResult = { view: View } | { error: string }

/** The modals that are open, a stack a person, and everybody's App Home. */
export class Views {
  readonly #feed: LiveFeed
  readonly #stacks = new Map<string, View[]>()
  readonly #homes = new Map<string, View>()

  constructor(feed: LiveFeed) {
    this.#feed = feed
  }

  /** A person's open modals, the top one last. */
  stackOf(person: string): View[] {
    return this.#stacks.get(person) ?? []
  }

  /** A person's App Home, if the app has published one. */
  homeOf(person: string): View | null {
    return this.#homes.get(person) ?? null
  }

  /** The view with an id, and whose it is. */
  find(viewId: string): { view: View; person: string } | undefined {
    return this.#all().find(({ view }) => view.id === viewId)
  }

  /** Opens the first modal of a stack. */
  open(person: string, payload: JsonObject): ViewResult {
    const view = this.#create('modal', payload)
    if (this.#takenExternalId(view)) return { error: 'duplicate_external_id' }
    this.#setStack(person, [view])
    return { view }
  }

  /** Puts a modal on top of another. */
  push(person: string, parentId: string, payload: JsonObject): ViewResult {
    const stack = this.stackOf(person)
    const parent = stack.find((view) => view.id === parentId)
    if (parent === undefined) return { error: 'not_found' }
    if (stack.length >= MAX_STACK) return { error: 'push_limit_reached' }
    const view = { ...this.#create('modal', payload), rootId: parent.rootId, previousId: parent.id }
    if (this.#takenExternalId(view)) return { error: 'duplicate_external_id' }
    this.#setStack(person, [...stack, view])
    return { view }
  }

  /** Replaces what a view shows; it keeps its id and its place in the stack. */
  update(wanted: { viewId?: string; externalId?: string; hash?: string }, payload: JsonObject): ViewResult {
    const found = this.#all().find(({ view }) =>
      wanted.viewId ? view.id === wanted.viewId : wanted.externalId !== '' && view.externalId === wanted.externalId,
    )
    if (found === undefined) return { error: 'not_found' }
    const { view: old, person } = found
    if (wanted.hash !== undefined && wanted.hash !== old.hash) return { error: 'hash_conflict' }
    const { previousId } = old
    const view: View = {
      ...this.#create(old.type, payload),
      id: old.id,
      rootId: old.rootId,
      ...(previousId === undefined ? {} : { previousId }),
    }
    if (this.#takenExternalId(view)) return { error: 'duplicate_external_id' }
    if (old.type === 'home') this.#setHome(person, view)
    else
      this.#setStack(
        person,
        this.stackOf(person).map((other) => (other.id === view.id ? view : other)),
      )
    return { view }
  }

  /** Publishes a person's App Home. */
  publish(person: string, hash: string | undefined, payload: JsonObject): ViewResult {
    const old = this.homeOf(person)
    if (old && hash !== undefined && hash !== old.hash) return { error: 'hash_conflict' }
    const created = this.#create('home', payload)
    const view = old ? { ...created, id: old.id, rootId: old.id } : created
    if (this.#takenExternalId(view)) return { error: 'duplicate_external_id' }
    this.#setHome(person, view)
    return { view }
  }

  /** Closes a modal and what is on top of it; with clear_on_close the whole stack. */
  close(person: string, viewId: string): void {
    const stack = this.stackOf(person)
    const index = stack.findIndex((view) => view.id === viewId)
    if (index >= 0) this.#setStack(person, stack.slice(0, index))
  }

  /** Closes all modals of a person. */
  clear(person: string): void {
    this.#setStack(person, [])
  }

  #create(type: View['type'], payload: JsonObject): View {
    const id = `V0${randomBytes(5).toString('hex').toUpperCase()}`
    const blocks = withIds(payload.blocks)
    return {
      id,
      type,
      hash: `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`,
      callbackId: stringAt(payload, 'callback_id') ?? '',
      privateMetadata: stringAt(payload, 'private_metadata') ?? '',
      externalId: stringAt(payload, 'external_id') ?? '',
      title: textAt(payload, 'title') ?? '',
      submit: textAt(payload, 'submit') ?? '',
      close: textAt(payload, 'close') ?? '',
      blocks: objectsAt({ blocks }, 'blocks'),
      rootId: id,
      clearOnClose: payload.clear_on_close === true,
      notifyOnClose: payload.notify_on_close === true,
    }
  }

  #all(): { view: View; person: string }[] {
    const modals = [...this.#stacks].flatMap(([person, stack]) => stack.map((view) => ({ view, person })))
    return [...modals, ...[...this.#homes].map(([person, view]) => ({ view, person }))]
  }

  #takenExternalId(view: View): boolean {
    const { externalId, id } = view
    return (
      externalId !== '' && this.#all().some((other) => other.view.externalId === externalId && other.view.id !== id)
    )
  }

  #setStack(person: string, views: View[]): void {
    this.#stacks.set(person, views)
    this.#feed.publish({ kind: 'views', views }, [person])
  }

  #setHome(person: string, home: View): void {
    this.#homes.set(person, home)
    this.#feed.publish({ kind: 'home', home }, [person])
  }
}
