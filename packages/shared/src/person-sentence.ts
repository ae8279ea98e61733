import { dimension, type DimensionCode } from './attributes.js'
import { CANDIDATE_STAGES, DEGREES, INTRODUCERS, OCCUPATIONS, SOURCE_KINDS } from './code-lists.js'
import {
  PERSON_ATTRIBUTES,
  PERSON_DAYS,
  PERSON_FACTS,
  type PersonAttribute,
  type PersonCondition,
  type PersonQuery,
} from './inspection-query.js'
import { dayInSentence, listed, treeInSentence } from './inspection-sentence.js'
import type { Label } from './text.js'

type Language = 'vi' | 'en'

const unknown = { UNKNOWN: { vi: 'Chưa rõ', en: 'Unknown' } }

const ofDimension = (code: DimensionCode): Readonly<Record<string, Label>> => {
  const { categories } = dimension(code)
  return { ...(categories === 'DATA' ? {} : categories), ...unknown }
}

/** The codes of each attribute of persons, with their labels; all have UNKNOWN. */
export const PERSON_CODES: Readonly<Record<PersonAttribute, Readonly<Record<string, Label>>>> = {
  SEX: ofDimension('SEX'),
  ETHNICITY: ofDimension('ETHNICITY'),
  RELIGION: ofDimension('RELIGION'),
  OCCUPATION: { ...OCCUPATIONS, ...unknown },
  SOURCE_KIND: { ...SOURCE_KINDS, ...unknown },
  INTRODUCER: { ...INTRODUCERS, ...unknown },
  DEGREE: { ...DEGREES, ...unknown },
  STAGE: { ...CANDIDATE_STAGES, ...unknown },
}

/** What is known of candidates alone, and of those admitted alone. */
export const ONLY_OF: Readonly<Record<string, PersonQuery['subject']>> = {
  STAGE: 'CANDIDATES',
  LISTED: 'CANDIDATES',
  DECIDED: 'ADMISSIONS',
}

const small = (text: string, language: Language) =>
  `${text.charAt(0).toLocaleLowerCase(language)}${text.slice(1)}`

function attributeInSentence(
  { attribute, codes, not }: NonNullable<PersonCondition['attribute']>,
  language: Language,
): string {
  const isVi = language === 'vi'
  const list = PERSON_CODES[attribute] ?? {}
  const names = codes.map((code) => small(list[code]?.[language] ?? code, language))
  const name = small(PERSON_ATTRIBUTES[attribute]?.[language] ?? attribute, language)
  const is = isVi ? (not ? 'không là' : 'là') : not ? 'is not' : 'is'
  return `${name} ${is} ${listed(names, isVi ? 'hoặc' : 'or') || '…'}`
}

function dayOfPerson({ day, from, to }: NonNullable<PersonCondition['day']>, language: Language): string {
  const isVi = language === 'vi'
  const name = small(PERSON_DAYS[day]?.[language] ?? day, language)
  const parts = [
    from ? `${isVi ? 'từ' : 'from'} ${dayInSentence(from)}` : '',
    to ? `${isVi ? 'đến' : 'to'} ${dayInSentence(to)}` : '',
  ].filter(Boolean)
  return `${name} ${parts.join(' ') || '…'}`
}

function factOfPerson(
  { fact, number, not }: NonNullable<PersonCondition['fact']>,
  language: Language,
): string {
  const label = small(PERSON_FACTS[fact]?.[language] ?? fact, language)
  const told = label.replace(
    /(?<![\p{L}])n(?![\p{L}])/u,
    number === null || number === undefined ? '…' : String(number),
  )
  if (!not) return told
  return language === 'vi' ? `không phải: ${told}` : `not: ${told}`
}

/** A condition about a person, as the sentence tells it. */
export function personConditionInSentence(condition: PersonCondition, language: Language): string {
  return treeInSentence(condition, language, (one) => {
    if (one.attribute) return attributeInSentence(one.attribute, language)
    if (one.day) return dayOfPerson(one.day, language)
    return one.fact ? factOfPerson(one.fact, language) : ''
  })
}

/** A question about persons as a sentence. */
export function sentenceOfPersonQuery(
  query: PersonQuery,
  language: Language,
  names: { unit: (id: string) => string },
): string {
  const isVi = language === 'vi'
  const scope = listed((query.scope ?? []).map(names.unit), isVi ? 'và' : 'and')
  const where = query.where ? personConditionInSentence(query.where, language) : ''
  const [from, asOf] = [dayInSentence(query.from), dayInSentence(query.asOf)]
  const whom =
    query.subject === 'ADMISSIONS'
      ? isVi
        ? `Tìm người được kết nạp từ ngày ${from} đến ngày ${asOf}`
        : `Find those admitted from ${from} to ${asOf}`
      : isVi
        ? `Tìm nguồn phát triển đảng đến ngày ${asOf}`
        : `Find candidates as of ${asOf}`
  const place = scope
    ? `${isVi ? 'thuộc' : 'in'} ${scope}`
    : isVi
      ? 'ở mọi nơi được xem'
      : 'wherever persons may be read'
  return `${whom}, ${place}${where ? `, ${isVi ? 'mà' : 'where'} ${where}` : ''}.`
}
