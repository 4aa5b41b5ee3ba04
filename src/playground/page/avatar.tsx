import type { ReactElement } from 'react'
import type { Member } from '../protocol.ts'

const COLOURS = 5

/** A member's picture: initials on a colour of their own, or the app's mark. */
export function Avatar({ member, size = 36 }: { member: Member; size?: number }): ReactElement {
  const style = { width: size, height: size, fontSize: size * 0.42 }
  if (member.kind === 'app') {
    return (
      <span className="avatar app" style={style} aria-hidden="true">
        <svg viewBox="0 0 32 32" width={size * 0.72} height={size * 0.72} aria-hidden="true">
          <path d="M7 7h18v18H7zM7 7l18 18M25 7 7 25" fill="none" stroke="currentColor" strokeWidth="2" />
          {[7, 25].map((x) =>
            [7, 25].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="3.200" fill="currentColor" />),
          )}
        </svg>
      </span>
    )
  }
  const initials = member.realName
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2)
  const colour = member.name.charCodeAt(0) % COLOURS
  return (
    <span className={`avatar c${colour} ${member.kind}`} style={style} data-initials={initials} aria-hidden="true" />
  )
}
