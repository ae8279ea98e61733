type Listener = () => void

const listeners = new Set<Listener>()

/** Tells whoever listens that the server knows no session of this browser any more. */
export function tellSessionEnded(): void {
  for (const listener of listeners) listener()
}

/** Listens for the end of the session; answers how to stop. */
export function onSessionEnded(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
