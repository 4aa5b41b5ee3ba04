import type { ReactElement } from 'react'
import { type JsonObject, objectAt, objectsAt, stringAt } from '../../json.ts'
import { Element } from '../elements/element.tsx'
import { imageUrl } from './display.tsx'
import { TextObject } from './text-object.tsx'

/** A card, alone or in a carousel. */
export function Card({ block }: { block: JsonObject }): ReactElement {
  const hero = objectAt(block, 'hero_image')
  const icon = objectAt(block, 'icon')
  const actions = objectsAt(block, 'actions')
  const line = (key: string) => {
    const text = objectAt(block, key)
    return text && <div className={`card-${key}`}>{<TextObject text={text} />}</div>
  }
  return (
    <article className="card-block">
      {hero && <img className="card-hero" src={imageUrl(hero)} alt={stringAt(hero, 'alt_text')} />}
      <div className="card-text">
        {icon && <img className="card-icon" src={imageUrl(icon)} alt={stringAt(icon, 'alt_text')} />}
        {line('title')}
        {line('subtitle')}
        {line('body')}
        {line('subtext')}
      </div>
      {actions.length > 0 && (
        <div className="card-actions">
          {actions.map((action, index) => (
            <Element
              key={stringAt(action, 'action_id') ?? index}
              blockId={stringAt(block, 'block_id') ?? ''}
              element={action}
            />
          ))}
        </div>
      )}
    </article>
  )
}
