import { describe, expect, it } from 'vitest'
import { agentName } from './agent.js'

describe('the name of a browser', () => {
  it('is that of the browser and not of those it claims to be like', () => {
    const edge =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Safari/537.36 Edg/124.0'
    expect(agentName(edge)).toBe('Edge · Windows')
    const phone =
      'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36'
    expect(agentName(phone)).toBe('Chrome · Android')
  })

  it('is none where nobody would know it', () => {
    expect(agentName(null)).toBeUndefined()
    expect(agentName('curl/8.5.0')).toBeUndefined()
  })
})
