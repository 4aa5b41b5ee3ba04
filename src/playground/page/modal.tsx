import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { StateValues, View } from '../protocol.ts'
import { Blocks } from './blocks/block.tsx'
import { composerId } from './composer.tsx'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { SurfaceProvider } from './surface.tsx'

/** The modal on top of the stack; what was entered in those below is kept. */
export function ModalStack(): ReactElement | null {
  const { snapshot } = usePlayground()
  const [entered, setEntered] = useState<{ [viewId: string]: StateValues }>({})
  const view = snapshot.views.at(-1)
  const isOpen = view !== undefined
  useFocusBack(isOpen)
  if (view === undefined) return null
  return (
    <Modal
      key={view.id}
      view={view}
      depth={snapshot.views.length}
      entered={entered[view.id] ?? {}}
      onEnter={(change) => setEntered((all) => ({ ...all, [view.id]: change(all[view.id] ?? {}) }))}
    />
  )
}

/** Gives the focus back to what had it before, or to where one writes, when the last modal closes. */
function useFocusBack(isOpen: boolean): void {
  const before = useRef<Element>(null)
  // Before the modal takes it, which it does in an effect.
  useLayoutEffect(() => {
    if (isOpen) {
      before.current = document.activeElement
      return
    }
    const had = before.current
    if (had === null) return
    before.current = null
    const to = had.isConnected && had !== document.body ? had : document.getElementById(composerId)
    if (to instanceof HTMLElement) to.focus()
  }, [isOpen])
}

function Modal(props: {
  view: View
  depth: number
  entered: StateValues
  onEnter: (change: (before: StateValues) => StateValues) => void
}): ReactElement {
  const { view, entered } = props
  const { act } = usePlayground()
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [fieldErrors, setFieldErrors] = useState<{ [blockId: string]: string }>({})

  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    element.showModal()
    const first = element.querySelector<HTMLElement>('.modal-body :is(input, textarea, button, select)')
    first?.focus()
  }, [])

  useEffect(() => {
    if (Object.keys(fieldErrors).length === 0) return
    dialog.current?.querySelector<HTMLElement>('.input-block.invalid :is(input, textarea, button)')?.focus()
  }, [fieldErrors])

  const close = (all: boolean) => act({ do: 'close', viewId: view.id, all })
  const submit = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const outcome = await act({ do: 'submit', viewId: view.id, state: entered })
    setBusy(false)
    setError(outcome.error)
    setFieldErrors(outcome.fieldErrors ?? {})
  }

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault()
        void close(false)
      }}
      onKeyDown={(event) => {
        const { target } = event
        if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || view.submit === '') return
        if (event.defaultPrevented || ['checkbox', 'radio', 'file'].includes(target.type)) return
        if (target.closest('.picker-panel')) return
        event.preventDefault()
        void submit()
      }}
    >
      <header className="modal-head">
        {props.depth > 1 && (
          <button type="button" className="icon-button" aria-label="Back" onClick={() => close(false)}>
            <Icon name="back" />
          </button>
        )}
        <h2 id="modal-title">{view.title}</h2>
        <button type="button" className="icon-button" aria-label="Close all" onClick={() => close(true)}>
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body">
        {error !== undefined && (
          <p className="modal-error" role="alert">
            <Icon name="warning" size={16} /> {error}
          </p>
        )}
        <SurfaceProvider
          source={{ kind: 'view', viewId: view.id }}
          entered={entered}
          onEnter={props.onEnter}
          fieldErrors={fieldErrors}
        >
          <Blocks blocks={view.blocks} />
        </SurfaceProvider>
      </div>
      <footer className="modal-foot">
        <button type="button" className="button" onClick={() => close(false)}>
          {view.close || (props.depth > 1 ? 'Back' : 'Cancel')}
        </button>
        {view.submit !== '' && (
          <button type="button" className="button primary" aria-busy={busy} onClick={submit}>
            {view.submit}
            {busy && <span className="spinner" />}
          </button>
        )}
      </footer>
    </dialog>
  )
}
