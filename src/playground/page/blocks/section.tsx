import type { ReactElement } from 'react'
import { type JsonObject, objectAt, stringAt } from '../../json.ts'
import { Element } from '../elements/element.tsx'
import { Display } from './display.tsx'
import { Image } from './image.tsx'

const wide = new Set(['checkboxes', 'radio_buttons'])

/** Text and fields, with what stands beside or under them. */
export function Section({ block }: { block: JsonObject }): ReactElement {
  const { accessory: _, ...text } = block
  const accessory = objectAt(block, 'accessory')
  const type = accessory && stringAt(accessory, 'type')
  return (
    <div className={wide.has(type ?? '') ? 'section-row wide' : 'section-row'}>
      <Display block={text} />
      {accessory && (
        <div className="accessory">
          {type === 'image' ? (
            <Image block={accessory} />
          ) : (
            <Element blockId={stringAt(block, 'block_id') ?? ''} element={accessory} />
          )}
        </div>
      )}
    </div>
  )
}
