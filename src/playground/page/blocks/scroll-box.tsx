import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react'

/** Something that may be too wide: then it scrolls by itself, has a name, and can be reached by keyboard to do so. */
export function ScrollBox(props: { label: string; className: string; children: ReactNode }): ReactElement {
  const { label } = props
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const update = () => {
      const scrolls = element.scrollWidth > element.clientWidth
      const attributes = { tabindex: '0', role: 'group', 'aria-label': label }
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) element.setAttribute(name, value)
        else element.removeAttribute(name)
      }
    }
    update()
    const observer = new ResizeObserver(update)
    observer.observe(element)
    return () => observer.disconnect()
  }, [label])
  return (
    <div ref={box} className={props.className}>
      {props.children}
    </div>
  )
}
