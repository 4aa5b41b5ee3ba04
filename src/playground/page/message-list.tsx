import { type ReactElement, useLayoutEffect, useRef } from 'react'
import type { Message } from '../protocol.ts'
import { MessageView } from './message.tsx'
import { dayOf } from './time.ts'

const TOGETHER = 300

/** Messages under each other, the newest in sight. */
export function MessageList(props: {
  messages: readonly Message[]
  label: string
  empty?: string
  inThread?: boolean
  /** Begin at the first message, until another one comes. */
  fromTop?: boolean
}): ReactElement {
  const { messages } = props
  const list = useRef<HTMLDivElement>(null)
  const atEnd = useRef(props.fromTop !== true)
  const shown = useRef(messages.length)

  useLayoutEffect(() => {
    const box = list.current
    if (box === null) return
    if (messages.length > shown.current) atEnd.current = true
    shown.current = messages.length
    const toEnd = () => {
      if (atEnd.current) box.scrollTop = endOf(box)
    }
    toEnd()
    // Charts and pictures get their height after they are drawn.
    const observer = new ResizeObserver(toEnd)
    for (const child of box.children) observer.observe(child)
    return () => observer.disconnect()
  })

  return (
    <section
      ref={list}
      className="message-list"
      aria-label={props.label}
      tabIndex={-1}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = Math.min(endOf(box), box.scrollHeight - box.clientHeight) - box.scrollTop < 60
      }}
    >
      <div className="message-stack" role="log" aria-live="polite" aria-relevant="additions">
        {messages.length === 0 && <p className="empty">{props.empty}</p>}
        {messages.map((message, index) => {
          const before = messages[index - 1]
          const newDay = before === undefined || dayOf(before.ts) !== dayOf(message.ts)
          return (
            <div key={`${message.conversation} ${message.ts}`}>
              {newDay && !props.inThread && (
                <div className="day">
                  <span>{dayOf(message.ts)}</span>
                </div>
              )}
              <MessageView
                message={message}
                compact={!newDay && follows(before, message)}
                inThread={props.inThread === true}
              />
            </div>
          )
        })}
      </div>
    </section>
  )
}

// What one says in one go stands under one name.
function follows(before: Message, message: Message): boolean {
  return (
    before.user === message.user &&
    before.ephemeralFor === message.ephemeralFor &&
    before.subtype === message.subtype &&
    Number(message.ts) - Number(before.ts) < TOGETHER
  )
}

// The end, but not past the beginning of a last message that is taller than the list.
function endOf(box: HTMLElement): number {
  const last = box.querySelector('.message-stack > div:last-child')
  if (!(last instanceof HTMLElement) || last.offsetHeight < box.clientHeight) return box.scrollHeight
  return last.offsetTop - box.offsetTop
}
