import { type ReactElement, useId } from 'react'
import { type JsonObject, objectAt, stringAt, textAt } from '../../json.ts'
import { Element } from '../elements/element.tsx'
import { Icon } from '../icons.tsx'
import { useSurface } from '../surface.tsx'

/** An input with its label, hint and, after a submission, what is wrong with it. */
export function Input({ block }: { block: JsonObject }): ReactElement {
  const id = useId()
  const { fieldErrors } = useSurface()
  const blockId = stringAt(block, 'block_id') ?? ''
  const hint = textAt(block, 'hint')
  const error = fieldErrors[blockId]
  const described = [error === undefined ? [] : `${id}-error`, hint === undefined ? [] : `${id}-hint`].flat()
  return (
    <div className={error === undefined ? 'input-block' : 'input-block invalid'}>
      <div className="input-label" id={id}>
        {textAt(block, 'label')}
        {block.optional === true && <span className="input-optional"> (optional)</span>}
      </div>
      <Element
        blockId={blockId}
        element={objectAt(block, 'element') ?? {}}
        input={{
          labelId: id,
          describedBy: described.length > 0 ? described.join(' ') : undefined,
          dispatches: block.dispatch_action === true,
          invalid: error !== undefined,
        }}
      />
      {error !== undefined && (
        <p className="input-error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={14} /> {error}
        </p>
      )}
      {hint !== undefined && (
        <p className="input-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
