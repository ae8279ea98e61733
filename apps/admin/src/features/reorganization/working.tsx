import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from './use-words.js'

/** Work of some seconds: that it goes on, for how long it has, and what holds meanwhile. */
export function Working({ text, hint }: { text: string; hint: string }) {
  const { w } = useWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="sb-box sb-working" aria-busy="true">
      <Spin />
      <div>
        <p role="status">
          <strong>{text}</strong>
        </p>
        <p className="sb-quiet">
          {hint} {seconds > 0 && w('working.seconds', { n: seconds })}
        </p>
      </div>
    </div>
  )
}
