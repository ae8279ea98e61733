import { describe, expect, it } from 'vitest'
import { explainFigure } from './explain.js'
import { formatCount, formatDay, formatFigure, formatSigned, shortName } from './format.js'

const completion = {
  indicator: 'completion',
  numerator: 220,
  denominator: 150,
  value: 146.6,
  text: '146,6\u00a0%',
}
const members = { indicator: 'members', numerator: 41956, denominator: null, value: 41956, text: '41.956' }

describe('figures in words', () => {
  it('are the text of the server in Vietnamese', () => {
    expect(formatFigure(completion, 'vi')).toBe('146,6\u00a0%')
    expect(formatFigure(members, 'vi')).toBe('41.956')
  })

  it('keep the digits of the server in English', () => {
    expect(formatFigure(completion, 'en')).toBe('146.6\u00a0%')
    expect(formatFigure(members, 'en')).toBe('41,956')
    expect(formatFigure({ ...completion, value: 50, text: '50,00\u00a0%' }, 'en')).toBe('50.00\u00a0%')
  })

  it('are a dash where there is no value', () => {
    expect(formatFigure({ ...completion, value: null, text: '–' }, 'vi')).toBe('–')
    expect(formatFigure(undefined, 'en')).toBe('–')
    expect(formatCount(null, 'vi')).toBe('–')
  })

  it('name numerator and denominator', () => {
    expect(explainFigure(completion, 'vi')).toBe('Kết nạp: 220 / Chỉ tiêu: 150')
    expect(explainFigure(members, 'vi')).toBe('Đảng viên: 41.956')
  })

  it('carry a true sign', () => {
    expect(formatSigned(82, 'vi')).toBe('+82')
    expect(formatSigned(-1255, 'vi')).toBe('−1.255')
    expect(formatSigned(0, 'vi')).toBe('0')
  })
})

describe('days and names', () => {
  it('write days as dd/MM/yyyy', () => {
    expect(formatDay('2024-11-05')).toBe('05/11/2024')
    expect(formatDay(null)).toBe('–')
  })

  it('shorten names in the tree only at their head', () => {
    expect(shortName('Phường Điện Phương')).toBe('P. Điện Phương')
    expect(shortName('Đảng bộ Công an thị xã')).toBe('ĐB Công an thị xã')
    expect(shortName('Ban Tổ chức')).toBe('Ban Tổ chức')
  })
})
