import type { ReactElement } from 'react'
import { objectsAt, stringAt, textAt } from '../../json.ts'
import { Icon } from '../icons.tsx'
import { MenuButton } from '../menu.tsx'
import { useSurface } from '../surface.tsx'
import type { ElementProps } from './element-props.ts'

/** The menu behind three dots. */
export function Overflow({ blockId, element }: ElementProps): ReactElement {
  const { act } = useSurface()
  const items = objectsAt(element, 'options').map((option, index) => ({
    key: `${index}`,
    text: textAt(option, 'text') ?? '',
    ...(textAt(option, 'description') === undefined ? {} : { detail: textAt(option, 'description') ?? '' }),
    run: () => {
      const url = stringAt(option, 'url')
      if (url !== undefined && /^https?:/.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
      act(blockId, element, { selected_option: option })
    },
  }))
  return (
    <MenuButton label="More options" className="icon-button bordered" items={items}>
      <Icon name="more" />
    </MenuButton>
  )
}
