import { type ReactElement, useEffect, useId, useRef } from 'react'
import { type JsonObject, textAt } from '../../json.ts'

/** Asks whether to go on, as an element's confirm object words it. */
export function ConfirmDialog(props: { confirm: JsonObject; onAnswer: (yes: boolean) => void }): ReactElement {
  const { confirm, onAnswer } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="modal confirm"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onAnswer(false)
      }}
    >
      <header className="modal-head">
        <h2 id={id}>{textAt(confirm, 'title') ?? 'Are you sure?'}</h2>
      </header>
      <div className="modal-body" id={`${id}-text`}>
        <p>{textAt(confirm, 'text')}</p>
      </div>
      <footer className="modal-foot">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {textAt(confirm, 'deny') ?? 'Cancel'}
        </button>
        <button
          type="button"
          className={`button ${confirm.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => onAnswer(true)}
        >
          {textAt(confirm, 'confirm') ?? 'Yes'}
        </button>
      </footer>
    </dialog>
  )
}
