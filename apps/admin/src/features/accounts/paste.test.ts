import { describe, expect, it } from 'vitest'
import { parseList, suggestUserName } from './paste.js'

describe('a pasted list of accounts', () => {
  it('has a person a line, with a user name made of the name where none is given', () => {
    const text = 'Nguyễn Văn An\r\nTrần Thị Đẹp; tran.dep ;20596\n\n  \nLê Bình\tLE.BINH'
    expect(parseList(text)).toEqual([
      { name: 'Nguyễn Văn An', userName: 'nguyen.van.an', code: '' },
      { name: 'Trần Thị Đẹp', userName: 'tran.dep', code: '20596' },
      { name: 'Lê Bình', userName: 'le.binh', code: '' },
    ])
  })

  it('numbers those who are called the same, also beside rows that are there', () => {
    expect(parseList('Lê An\nLê An', ['le.an']).map(({ userName }) => userName)).toEqual([
      'le.an.2',
      'le.an.3',
    ])
  })

  it('suggests nothing where no user name can be made', () => {
    expect(suggestUserName('Ý', new Set())).toBe('')
    expect(suggestUserName('1975', new Set())).toBe('')
  })
})
