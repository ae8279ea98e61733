import { describe, expect, it } from 'vitest'
import { codesOf } from './code-lists.js'
import { PERSON_FACTS } from './inspection-query.js'
import { personConditionInSentence, sentenceOfPersonQuery } from './person-sentence.js'

const names = { unit: (id: string) => (id === 'bt' ? 'Tỉnh Bình Thuận' : id) }

describe('a question about persons as a sentence', () => {
  it('says who, where, when and under which conditions', () => {
    expect(
      sentenceOfPersonQuery(
        {
          subject: 'ADMISSIONS',
          scope: ['bt'],
          from: '2024-01-01',
          asOf: '2024-11-15',
          where: {
            all: [
              { fact: { fact: 'RECORDED_LATER_THAN', number: 30 } },
              { attribute: { attribute: 'SEX', codes: ['FEMALE'] } },
            ],
          },
        },
        'vi',
        names,
      ),
    ).toBe(
      'Tìm người được kết nạp từ ngày 01/01/2024 đến ngày 15/11/2024, thuộc Tỉnh Bình Thuận, ' +
        'mà nhập vào hệ thống sau sự kiện hơn 30 ngày và giới tính là nữ.',
    )
    expect(sentenceOfPersonQuery({ subject: 'CANDIDATES', asOf: '2024-11-15' }, 'en', names)).toBe(
      'Find candidates as of 15/11/2024, wherever persons may be read.',
    )
  })

  it('turns single tests around and shows gaps as gaps', () => {
    expect(
      personConditionInSentence(
        {
          any: [
            { attribute: { attribute: 'STAGE', codes: [], not: true } },
            { day: { day: 'BIRTH', to: '1990-01-01' } },
          ],
        },
        'vi',
      ),
    ).toBe('giai đoạn không là … hoặc ngày sinh đến 01/01/1990')
    expect(personConditionInSentence({ fact: { fact: 'SAME_MENTOR_MORE_THAN' } }, 'vi')).toContain(
      'hơn … người',
    )
    expect(personConditionInSentence({ fact: { fact: 'NO_MENTOR', not: true } }, 'vi')).toBe(
      'không phải: chưa có người giúp đỡ',
    )
  })

  it('puts the number where a fact says n, in both languages', () => {
    for (const fact of codesOf(PERSON_FACTS))
      for (const language of ['vi', 'en'] as const) {
        const told = personConditionInSentence({ fact: { fact, number: 47 } }, language)
        expect(told.includes('47')).toBe(PERSON_FACTS[fact].needs !== null)
      }
  })
})
