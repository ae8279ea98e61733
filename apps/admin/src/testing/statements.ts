import { figureOfUnit, type TestUnit } from './units.js'

/** What a newspaper states of a unit: one figure that agrees, one that does not, one taken back. */
export function declaredOfUnit(unit: TestUnit) {
  const stated = (id: string, indicator: string, facts: Record<string, unknown>) => ({
    id,
    version: 1,
    indicator,
    from: '2024-01-01',
    asOf: '2024-11-15',
    count: null,
    qualifier: 'EXACTLY',
    printedPercentage: null,
    note: null,
    backfilled: true,
    correctedOn: null,
    correctionReason: null,
    document: {
      id: 'article',
      number: 'Bài báo',
      title: 'Bài báo',
      issuer: null,
      signedOn: null,
      note: null,
    },
    recorded: figureOfUnit(unit.numbers, indicator),
    difference: 0,
    ...facts,
  })
  return [
    stated('declared-0', 'admitted', { count: 223, qualifier: 'MORE_THAN', difference: 3 }),
    stated('declared-1', 'completion', { printedPercentage: '146,6' }),
    stated('declared-3', 'universityShare', { printedPercentage: '49,6', difference: -2.6 }),
    stated('declared-2', 'members', {
      from: null,
      count: 6_500,
      correctedOn: '2024-12-01',
      correctionReason: 'In sai',
    }),
  ]
}

/** A paragraph about a unit, as the API would word it. */
export function statementOfUnit(unit: TestUnit) {
  const template = {
    id: 'template',
    version: 1,
    code: 'KET_NAP',
    title: 'Kết quả kết nạp',
    validFrom: '1930-02-03',
    validTo: null,
    organization: null,
    parts: JSON.stringify([{ text: 'đã kết nạp ' }, { figure: 'admitted' }]),
  }
  const words = (text: string) => ({ text, figure: null })
  const number = (text: string, indicator: string) => ({
    text,
    figure: figureOfUnit(unit.numbers, indicator),
  })
  return {
    statementTemplates: [template],
    statement: () => {
      const parts = [
        words('Tính đến ngày 15/11/2024, Đảng bộ thị xã Điện Bàn đã kết nạp '),
        number('220', 'admitted'),
        words(' đảng viên mới, đạt '),
        number('146,6%', 'completion'),
        words(' chỉ tiêu, trong đó: nữ '),
        number('124', 'admittedFemale'),
        words(' đồng chí ('),
        number('56%', 'femaleShare'),
        words(').'),
      ]
      return { template, text: parts.map(({ text }) => text).join(''), parts }
    },
  }
}
