const browsers: ReadonlyArray<[RegExp, string]> = [
  [/Coc_Coc/u, 'Cốc Cốc'],
  [/Edg\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/Firefox\//u, 'Firefox'],
  [/Chrome\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
]
const systems: ReadonlyArray<[RegExp, string]> = [
  [/Android/u, 'Android'],
  [/iPhone|iPad/u, 'iOS'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'macOS'],
  [/Linux/u, 'Linux'],
]

function named(agent: string, list: ReadonlyArray<[RegExp, string]>): string | undefined {
  return list.find(([pattern]) => pattern.test(agent))?.[1]
}

/** "Chrome · Windows": what a browser calls itself, as people call it; undefined where nobody would know it. */
export function agentName(agent: string | null): string | undefined {
  if (!agent) return undefined
  const parts = [named(agent, browsers), named(agent, systems)].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
