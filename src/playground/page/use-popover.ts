import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Something that opens beside its anchor, over everything else, and closes by Escape or a click elsewhere. */
export interface Popover<A extends HTMLElement, P extends HTMLElement> {
  isOpen: boolean
  anchor: RefObject<A | null>
  panel: RefObject<P | null>
  style: { left: number; top?: number; bottom?: number; minWidth: number; maxHeight: number }
  open(): void
  /** Closes; the focus goes back to the anchor unless a click took it elsewhere. */
  close(keepFocus?: boolean): void
}

const GAP = 4
const WANTED = 320

/** A popover whose anchor and panel the caller draws. */
export function usePopover<A extends HTMLElement, P extends HTMLElement>(): Popover<A, P> {
  const anchor = useRef<A>(null)
  const panel = useRef<P>(null)
  const [isOpen, setOpen] = useState(false)
  const [style, setStyle] = useState<Popover<A, P>['style']>({ left: 0, top: 0, minWidth: 0, maxHeight: WANTED })

  useLayoutEffect(() => {
    if (!isOpen || anchor.current === null) return
    const box = anchor.current.getBoundingClientRect()
    const below = innerHeight - box.bottom - 2 * GAP
    const upwards = below < WANTED && box.top > below
    const maxHeight = Math.max(120, Math.min(WANTED, upwards ? box.top - 2 * GAP : below))
    const width = panel.current?.offsetWidth ?? 240
    const left = Math.max(GAP, Math.min(box.left, innerWidth - width - 2 * GAP))
    const vertical = upwards ? { bottom: innerHeight - box.top + GAP } : { top: box.bottom + GAP }
    setStyle({ left, minWidth: box.width, maxHeight, ...vertical })
  }, [isOpen])

  useEffect(() => {
    if (!isOpen) return
    const away = (event: PointerEvent) => {
      const { target } = event
      if (!(target instanceof Node)) return
      if (!anchor.current?.contains(target) && !panel.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [isOpen])

  return {
    isOpen,
    anchor,
    panel,
    style,
    open: () => setOpen(true),
    close: (keepFocus = false) => {
      setOpen(false)
      if (!keepFocus) anchor.current?.focus()
    },
  }
}
