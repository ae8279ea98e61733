import { useEffect, useState, type RefObject } from 'react'

/** Height of a row, of the heading and of the totals. */
export const ROW_HEIGHT = 25
/** Rows drawn above and below those in view. */
export const BUFFER = 8

const HEAD = 46
const TOTAL = ROW_HEIGHT + 2

/** Which rows of a scrolled box are drawn: those in view and a buffer. */
export function windowOf(scrollTop: number, height: number, count: number): { first: number; last: number } {
  const inView = Math.ceil(height / ROW_HEIGHT)
  const top = Math.min(Math.floor(scrollTop / ROW_HEIGHT), Math.max(0, count - inView))
  return { first: Math.max(0, top - BUFFER), last: Math.min(count, top + inView + BUFFER) }
}

/** The rows to draw of a grid, and a way to bring one into view. */
export function useWindow(box: RefObject<HTMLDivElement | null>, count: number) {
  const [seen, setSeen] = useState({ scrollTop: 0, height: 600 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setSeen({ scrollTop: element.scrollTop, height: element.clientHeight || 600 })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look)
    observer?.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer?.disconnect()
    }
  }, [box])
  const reveal = (row: number) => {
    const element = box.current
    if (!element) return
    const top = row * ROW_HEIGHT
    const room = element.clientHeight - HEAD - TOTAL - ROW_HEIGHT
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top > element.scrollTop + room) element.scrollTo({ top: top - room })
  }
  return { ...windowOf(seen.scrollTop, seen.height, count), reveal }
}
