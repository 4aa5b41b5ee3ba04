import { type ReactElement, useId, useState } from 'react'
import { type JsonObject, objectAt, objectsAt, textAt } from '../../json.ts'
import { Icon } from '../icons.tsx'
import { Blocks } from './block.tsx'
import { Display } from './display.tsx'

/** Blocks under a title, which may fold away. */
export function Container({ block }: { block: JsonObject }): ReactElement {
  const id = useId()
  const collapsible = block.is_collapsible === true
  const [open, setOpen] = useState(!(collapsible && block.default_collapsed === true))
  const rich = objectAt(block, 'rich_text_title')
  const subtitle = textAt(block, 'subtitle')
  const heading = (
    <span className="container-title">
      {rich ? <Display block={rich} /> : <strong>{textAt(block, 'title')}</strong>}
      {subtitle !== undefined && <span className="container-subtitle">{subtitle}</span>}
    </span>
  )
  return (
    <div className={`container-block ${String(block.width ?? 'standard')}`}>
      {collapsible ? (
        <button
          type="button"
          className="container-head"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className={open ? 'turned' : 'turned closed'}>
            <Icon name="chevron" size={14} />
          </span>
          {heading}
        </button>
      ) : (
        <div className={block.has_header_divider === true ? 'container-head divided' : 'container-head'}>{heading}</div>
      )}
      <div id={id} className="container-body" hidden={!open}>
        <Blocks blocks={objectsAt(block, 'child_blocks')} />
      </div>
    </div>
  )
}
