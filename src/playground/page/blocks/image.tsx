import type { ReactElement } from 'react'
import { type JsonObject, stringAt, textAt } from '../../json.ts'
import { imageUrl } from './display.tsx'

/** A picture. One from elsewhere isn't fetched: the page loads nothing that isn't the playground's own. */
export function Image({ block }: { block: JsonObject }): ReactElement {
  const url = imageUrl(block) ?? ''
  const alt = stringAt(block, 'alt_text') ?? ''
  const own = url.startsWith('/') || url.startsWith('data:') || url.startsWith(location.origin)
  const title = textAt(block, 'title')
  return (
    <figure className="image-block">
      {title !== undefined && <figcaption>{title}</figcaption>}
      {own ? (
        <a href={url} target="_blank" rel="noreferrer noopener">
          <img src={url} alt={alt} />
        </a>
      ) : (
        <p className="image-missing">
          {alt}{' '}
          <a href={url} target="_blank" rel="noreferrer noopener">
            Open the picture
          </a>
        </p>
      )}
    </figure>
  )
}
