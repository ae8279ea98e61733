import { describe, expect, it } from 'vitest'
import { findIndicator } from './indicators.js'
import { DEFAULT_STATEMENT, partyName, writtenPeriod } from './statement-templates.js'

describe('The words of a statement', () => {
  it('call a unit as the committee does', () => {
    expect(partyName('Thị xã Điện Bàn', false)).toBe('Đảng bộ thị xã Điện Bàn')
    expect(partyName('Tỉnh Bình Thuận', false)).toBe('Đảng bộ tỉnh Bình Thuận')
    expect(partyName('Xã Điện Trung', false)).toBe('Đảng bộ xã Điện Trung')
    expect(partyName('Công an thị xã', false)).toBe('Đảng bộ Công an thị xã')
    expect(partyName('Đảng bộ khối doanh nghiệp', false)).toBe('Đảng bộ khối doanh nghiệp')
    expect(partyName('Chi bộ thôn 1', true)).toBe('Chi bộ thôn 1')
    expect(partyName('Thôn 1', true)).toBe('Chi bộ Thôn 1')
  })

  it('say from when only where the year does not', () => {
    expect(writtenPeriod('2024-01-01', '2024-11-15')).toBe('tính đến ngày 15/11/2024')
    expect(writtenPeriod('2023-01-01', '2024-11-15')).toBe('từ ngày 01/01/2023 đến ngày 15/11/2024')
    expect(writtenPeriod('2024-01-02', '2024-11-15')).toBe('từ ngày 02/01/2024 đến ngày 15/11/2024')
  })

  it('of the first template name figures that there are', () => {
    const named = [...JSON.stringify(DEFAULT_STATEMENT.parts).matchAll(/"figure":"(\w+)"/gu)]
    expect(named.length).toBeGreaterThan(10)
    for (const [, id = ''] of named) expect(findIndicator(id), id).toBeDefined()
  })
})
