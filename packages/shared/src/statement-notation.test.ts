import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INDICATORS } from './indicators.js'
import { readNotation, STATEMENT_INSERTS, writeNotation } from './statement-notation.js'
import { DEFAULT_STATEMENT, type StatementPart, type StatementWord } from './statement-templates.js'
import { searchKey } from './text.js'

const fault = (text: string) => {
  const read = readNotation(text)
  return 'fault' in read ? [read.fault.key, read.at] : read
}

const anyText = fc.stringMatching(/^[a-zđ,.:;"|{}[\]\\\n /]{1,12}$/u)
const anyWord: fc.Arbitrary<StatementWord> = fc.oneof(
  anyText.map((text) => ({ text })),
  fc.constantFrom<StatementWord>({ date: 'PERIOD' }, { date: 'FROM' }, { date: 'AS_OF' }, { name: 'UNIT' }),
  fc.constantFrom(...INDICATORS).map(({ id }) => ({ figure: id })),
  fc
    .record({
      figure: fc.constantFrom(...INDICATORS).map(({ id }) => id),
      mode: fc.constantFrom('TRUNCATE' as const, 'HALF_UP' as const),
      decimals: fc.integer({ min: 0, max: 4 }),
      zeros: fc.constantFrom(undefined, true, false),
    })
    .map(({ figure, mode, decimals, zeros }) => ({
      figure,
      rounding: { mode, decimals, ...(zeros === undefined ? {} : { trailingZeros: zeros }) },
    })),
)
const anyWords = fc.array(anyWord, { minLength: 1, maxLength: 5 }).map(joined)
const outside = fc.oneof(fc.constant(''), anyText)
const anyPart: fc.Arbitrary<StatementPart> = fc.oneof(
  anyWord,
  anyWords.map((optional) => ({ optional })),
  fc
    .record({
      before: outside,
      separator: fc.oneof(fc.constant(', '), outside),
      after: outside,
      items: fc.array(anyWords, { minLength: 1, maxLength: 4 }),
    })
    .map((list) => ({ list })),
)

/** Neighbouring texts are one text. */
function joined<Part extends StatementPart>(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last && 'text' in last && 'text' in part)
      all[all.length - 1] = { ...last, text: last.text + part.text }
    else all.push(part)
  }
  return all
}

describe('The notation of a template', () => {
  it('is refused with what is wrong, and where', () => {
    expect(fault('Kết nạp {số sao}')).toEqual(['UNKNOWN_FIGURE', 9])
    expect(fault('Kết nạp {Kết nạp')).toEqual(['NOTATION_OPEN', 9])
    expect(fault('{Nữ; khoảng 1}')).toEqual(['NOTATION_ROUNDING', 1])
    expect(fault('{kỳ; cắt 1}')).toEqual(['UNKNOWN_FIGURE', 1])
    expect(fault('đạt] {Kết nạp}')).toEqual(['NOTATION_STRAY', 3])
    expect(fault('[, đạt {Kết nạp}')).toEqual(['NOTATION_OPEN', 16])
    expect(fault('[]')).toEqual(['NOTATION_EMPTY', 2])
    expect(fault('[[trong đó: ]]')).toEqual(['NOTATION_EMPTY', 14])
    expect(fault('[[có {Nữ}: | a]]')).toEqual(['NOTATION_ONLY_WORDS', 11])
    expect(fault('hết \\')).toEqual(['NOTATION_OPEN', 5])
  })

  it('writes the first template as an office would, and reads it back', () => {
    const text = writeNotation(DEFAULT_STATEMENT.parts)
    expect(text)
      .toBe(`{kỳ}, {tên đơn vị} đã kết nạp {Kết nạp} đảng viên mới[, đạt {Đạt chỉ tiêu} chỉ tiêu][[, trong đó: 
| nữ {Kết nạp là nữ} đồng chí ({Nữ})
| dân tộc thiểu số {Kết nạp là người dân tộc thiểu số} đồng chí ({Dân tộc thiểu số})
| có đạo {Kết nạp là người có đạo} đồng chí ({Tôn giáo})
| đoàn viên thanh niên {Kết nạp là đoàn viên thanh niên} đồng chí ({Đoàn viên thanh niên})
| trong doanh nghiệp {Kết nạp trong doanh nghiệp} đồng chí ({Doanh nghiệp})
| kết nạp lại {Kết nạp lại} đồng chí
]].[ Tổng số đảng viên: {Đảng viên} đồng chí.]`)
    expect(readNotation(text)).toEqual({ parts: DEFAULT_STATEMENT.parts })
  })

  it('takes names without marks, ids, and roundings in any case', () => {
    expect(readNotation('{KET NAP} {femaleShare; Cắt 1, bỏ số 0}')).toEqual({
      parts: [
        { figure: 'admitted' },
        { text: ' ' },
        { figure: 'femaleShare', rounding: { mode: 'TRUNCATE', decimals: 1, trailingZeros: false } },
      ],
    })
  })

  it('knows every figure by a name of its own', () => {
    const names = [...INDICATORS.map(({ label }) => label.vi), ...STATEMENT_INSERTS].map(searchKey)
    expect(new Set(names).size).toBe(names.length)
  })

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 6 }).map(joined), (parts) => {
        expect(readNotation(writeNotation(parts))).toEqual({ parts })
      }),
      { seed: 20_241_115, numRuns: 200 },
    )
  })
})
