import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'

const NoticeContext = createContext<(text: string) => void>(() => {})

const SECONDS = 4

/** Says in passing what was done: a line at the foot of the screen, read out, gone after some seconds. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<{ text: string } | null>(null)
  const say = useCallback((text: string) => setNotice({ text }), [])
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => setNotice(null), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <NoticeContext value={say}>
      {children}
      <div className="sb-notice" role="status">
        {notice && <p>{notice.text}</p>}
      </div>
    </NoticeContext>
  )
}

/** Shows a short text to the user. */
export function useNotice(): (text: string) => void {
  return use(NoticeContext)
}
