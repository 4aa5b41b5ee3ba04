import type { ReactElement } from 'react'
import { Avatar } from './avatar.tsx'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { MenuButton } from './menu.tsx'

/** Who one is, and how to be somebody else, here or in another window. */
export function PersonSwitcher({ onBecome }: { onBecome: (name: string) => void }): ReactElement {
  const { snapshot, me } = usePlayground()
  const people = snapshot.members.filter(({ kind }) => kind === 'person')
  const others = people.filter(({ id }) => id !== me.id)
  const items = [
    ...others.map((person) => ({
      key: person.name,
      text: `Be ${person.realName}`,
      detail: person.title,
      run: () => onBecome(person.name),
    })),
    ...others.map((person) => ({
      key: `window ${person.name}`,
      text: `Open a window as ${person.realName.split(' ')[0]}`,
      run: () => window.open(`/?as=${person.name}`, '_blank', 'noopener'),
    })),
  ]
  return (
    <MenuButton
      label={`You are ${me.realName}, ${me.title}. Be somebody else`}
      className="person-button"
      items={items}
      heading={`You are ${me.realName}`}
    >
      <Avatar member={me} size={24} />
      <span className="person-name">{me.realName.split(' ')[0]}</span>
      <Icon name="chevron" size={14} />
    </MenuButton>
  )
}
