import { createHash } from 'node:crypto'
import {
  addMonths,
  DEFAULT_ROUNDING,
  formatPercent,
  fullYearsBetween,
  roundRatio,
  type Day,
  type Rounding,
} from '@seedbed/shared'
import { describe, expect, it } from 'vitest'
import { importLine, type ImportLine } from '../features/exchange/import-format.js'
import { DIEN_BAN_TABLE } from './cases/dien-ban-table.js'
import { generateDemonstration } from './generate.js'
import { REFERENCE_FACTS, SCHOOL_CELL } from './reference-facts.js'
import { recountOf } from './testing/recount.js'

const lines = generateDemonstration()
const recount = recountOf(lines)
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }
const hashOf = (value: ImportLine[]) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const ofType = <Type extends ImportLine['type']>(type: Type) =>
  lines.filter((line): line is Extract<ImportLine, { type: Type }> => line.type === type)

function roundingOf(organization: string, asked: Rounding | undefined): Rounding {
  if (asked) return asked
  const own = ofType('rounding').filter((line) => recount.contains(line.organization, organization))
  return own.at(-1)?.rounding ?? DEFAULT_ROUNDING
}

/** What is recorded of somebody on the way to a certificate, which leaves membership as it is. */
type CandidateLine = Extract<
  ImportLine,
  { type: 'identification' | 'listing' | 'coursePlace' | 'mentorReview' | 'mentorship' }
>
const candidateLines = new Set(['identification', 'listing', 'coursePlace', 'mentorReview', 'mentorship'])
const isOfCandidate = (line: ImportLine): line is CandidateLine => candidateLines.has(line.type)

describe('the generated lines', () => {
  it('are the same every time, quickly made and few enough to load', () => {
    const start = process.cpuUsage()
    const again = generateDemonstration()
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(3_000)
    expect(hashOf(again)).toBe(hashOf(lines))
    expect(lines.length).toBeLessThan(92_000)
  }, 60_000)

  it('are valid against the import format', () => {
    const faults = lines.flatMap((line) => {
      const result = importLine.safeParse(line)
      return result.success ? [] : [{ line, issues: result.error.issues }]
    })
    expect(faults).toEqual([])
  })

  it('refer only to what stands before them', () => {
    const seen = { units: new Set<string>(), persons: new Set<string>(), documents: new Set<string>() }
    const faults: string[] = []
    for (const line of lines) {
      if (line.type === 'operation') continue
      const unit = 'organization' in line ? line.organization : 'parent' in line ? line.parent : undefined
      if (unit && !seen.units.has(unit)) faults.push(`unit ${unit}`)
      if ('document' in line && line.document && !seen.documents.has(line.document))
        faults.push(line.document)
      if ('person' in line && !seen.persons.has(line.person)) faults.push(`person ${line.person}`)
      const [set, key] =
        line.type === 'establish'
          ? [seen.units, line.code]
          : line.type === 'person'
            ? [seen.persons, line.ref]
            : line.type === 'document'
              ? [seen.documents, line.ref]
              : [undefined, '']
      if (set?.has(key)) faults.push(`twice: ${key}`)
      set?.add(key)
    }
    expect(faults).toEqual([])
  })
})

describe('the reference cases', () => {
  it.each(REFERENCE_FACTS.map((fact) => [`${fact.id} ${fact.text}`, fact] as const))('%s', (_, fact) => {
    const { check, organization } = fact
    if (check.sort === 'DOCUMENT') {
      const own = ofType('document').filter((line) => line.organization === organization)
      expect(own.filter((line) => `${line.number} ${line.title}`.includes(check.document)).length).toBe(1)
      return
    }
    if (check.sort === 'KIND') {
      const established = ofType('establish').find((line) => line.code === organization)
      const later = ofType('reclassify').filter(
        (line) => line.organization === organization && line.on <= check.at,
      )
      expect(later.at(-1)?.kind ?? established?.kind).toBe(check.kind)
      return
    }
    const { question, indicators, expected } = check
    const numerator = indicators.reduce(
      (sum, [id, sign]) => sum + sign * recount.numerator(organization, id, question),
      0,
    )
    const denominator = recount.denominator(organization, indicators[0]?.[0] ?? '', question)
    const rounding = roundingOf(organization, question.rounding)
    const value = denominator === undefined ? numerator : roundRatio(numerator, denominator, rounding)
    if (expected.numerator !== undefined) expect(numerator).toBe(expected.numerator)
    if (expected.denominator !== undefined) expect(denominator).toBe(expected.denominator)
    if (expected.value !== undefined) expect(value).toBe(expected.value)
    if (expected.text !== undefined) expect(formatPercent(value ?? 0, rounding)).toBe(expected.text)
    if (expected.atLeast !== undefined) expect(value).toBeGreaterThanOrEqual(expected.atLeast)
  })

  it('stands for Điện Phương with 18 admissions in 2022 and 2023', () => {
    expect(recount.numerator('20596', 'admitted', { from: '2022-01-01', asOf: '2023-12-31' })).toBe(18)
  })

  it('counts 35 pupils in Điện Bàn whatever the first day', () => {
    for (const from of ['2021-01-01', '2023-08-01', '2024-01-01']) {
      expect(recount.numerator('507', 'admittedPupil', { from, asOf: '2024-05-30' })).toBe(35)
      expect(recount.numerator('507', 'admittedPupil', { from, asOf: '2024-11-15' })).toBe(35)
    }
  })

  it('shows the table of the 22 units of Điện Bàn', () => {
    const children = ofType('establish').filter((line) => line.parent === '507')
    expect(children.map((line) => line.code).sort()).toEqual(DIEN_BAN_TABLE.map((row) => row.code).sort())
    const of = (code: string, id: string) => recount.numerator(code, id, year2024)
    expect(
      DIEN_BAN_TABLE.map(({ code }) => [
        code,
        of(code, 'membersAtStart'),
        of(code, 'target'),
        of(code, 'admitted'),
        of(code, 'admittedFemale'),
        of(code, 'admittedUniversity'),
        of(code, 'introduced'),
        recount.numerator(code, 'admitted', { from: '2023-01-01', asOf: '2023-11-15' }),
      ]),
    ).toEqual(
      DIEN_BAN_TABLE.map((row) => [
        row.code,
        row.members,
        row.target2024,
        row.admitted2024,
        row.women2024,
        row.university2024,
        row.introduced2024,
        row.admitted2023,
      ]),
    )
  })

  it('shows the town as its overview does', () => {
    const of = (id: string, question = year2024) => recount.numerator('507', id, question)
    expect(of('membersAtStart')).toBe(6_381)
    expect(of('admittedYouthUnion')).toBe(148)
    expect(of('admittedEnterprise')).toBe(17)
    expect(of('courseCompleted')).toBe(352)
    expect(of('introduced')).toBe(486)
    expect(of('admitted', { from: '2023-01-01', asOf: '2023-12-31' })).toBe(152)
    const ceremonies = ofType('ceremony').filter(
      ({ organization, on }) => recount.contains('507', organization) && on >= '2024-01-01',
    )
    const decided = new Set(
      ofType('admission')
        .concat(ofType('readmission') as never)
        .filter(({ on, organization }) => on >= '2024-01-01' && recount.contains('507', organization))
        .map(({ person }) => person),
    )
    expect(ceremonies.filter(({ person }) => decided.has(person)).length).toBe(214)
    const months = Array.from({ length: 11 }, (_, index) => {
      const month = `2024-${String(index + 1).padStart(2, '0')}`
      return of('admitted', { from: `${month}-01`, asOf: `${month}-31` })
    })
    expect(months).toEqual([6, 22, 17, 19, 38, 24, 20, 21, 25, 19, 9])
  })

  it('names the school cell of B13', () => {
    const cell = ofType('establish').find((line) => line.code === SCHOOL_CELL)
    expect(cell).toMatchObject({ name: 'Chi bộ Trường THPT Phạm Phú Thứ', parent: '20587', kind: 'SCHOOL' })
  })

  it('has only trade unions introduce in Bình Thuận until 30/6/2023', () => {
    const question = { from: '2021-01-01', asOf: '2023-06-30' }
    expect(recount.numerator('60', 'introduced', question)).toBe(2_340)
    expect(recount.numerator('60', 'introducedAdmitted', question)).toBe(1_452)
  })
})

describe('the invented persons', () => {
  const persons = new Map(ofType('person').map((line) => [line.ref, line]))

  it('have identity numbers that cannot exist, each once', () => {
    const numbers = ofType('person').map((line) => line.identityNumber ?? '')
    expect(new Set(numbers).size).toBe(numbers.length)
    const fits = (line: (typeof lines)[number]) =>
      line.type === 'person' &&
      /^09[789]\d{9}$/u.test(line.identityNumber ?? '') &&
      line.identityNumber?.[3] === String((line.birthDate < '2000' ? 0 : 2) + (line.female ? 1 : 0)) &&
      line.identityNumber.slice(4, 6) === line.birthDate.slice(2, 4)
    expect(ofType('person').filter((line) => !fits(line))).toEqual([])
  })

  it('are 18 to 60 when admitted, pupils exactly 18', () => {
    const ages = [...ofType('admission'), ...ofType('readmission')].map((line) => ({
      age: fullYearsBetween(persons.get(line.person)?.birthDate ?? '1900-01-01', line.on),
      pupil: line.occupation === 'PUPIL',
    }))
    expect(ages.filter(({ age, pupil }) => age < 18 || age > 60 || (pupil && age !== 18))).toEqual([])
  })

  it('live through their events in order, each in the cell in which they are', () => {
    interface Life {
      cell?: string
      state: 'OUTSIDE' | 'PROBATION' | 'OFFICIAL' | 'GONE'
      last: Day
      ceremony?: Day
      admitted: boolean
      prior: number
    }
    const lives = new Map<string, Life>()
    const members = new Map<string, number>()
    const faults: string[] = []
    for (const line of lines) {
      if (line.type === 'openingBalance') members.set(line.organization, line.members)
      if (!('person' in line) || isOfCandidate(line) || line.type === 'dossier') continue
      const life: Life = lives.get(line.person) ?? {
        state: 'OUTSIDE',
        last: '1900-01-01',
        admitted: false,
        prior: 0,
      }
      lives.set(line.person, life)
      const fault = (what: string) => faults.push(`${line.type} ${line.person} ${line.on}: ${what}`)
      const isMember = life.state === 'PROBATION' || life.state === 'OFFICIAL'
      const add = (cell: string, count: number) => {
        const left = (members.get(cell) ?? 0) + count
        members.set(cell, left)
        if (left < 3) fault(`${cell} has ${left} members`)
      }
      if (line.on < life.last || line.on > '2024-11-15') fault('out of order')
      if (isMember && life.cell !== line.organization) fault('in another cell')
      life.last = line.on
      if (line.type === 'introduction' || line.type === 'courseCompletion') {
        if (isMember) fault('of a member')
        if (line.type === 'introduction' && life.prior > 0) fault('after the course')
        life.prior += 1
      } else if (line.type === 'admission' || line.type === 'readmission') {
        if (isMember || life.admitted || (line.type === 'admission') !== (life.state === 'OUTSIDE'))
          fault('twice')
        Object.assign(life, { state: 'PROBATION', cell: line.organization, admitted: true })
        add(line.organization, 1)
      } else if (line.type === 'openingMember' || line.type === 'transferIn') {
        if (life.state !== 'OUTSIDE') fault('is known')
        Object.assign(life, { state: 'OFFICIAL', cell: line.organization })
        if (line.type === 'transferIn') add(line.organization, 1)
      } else if (!isMember) {
        fault('of no member')
      } else if (line.type === 'attributeChange') {
        continue
      } else if (line.type === 'ceremony') {
        life.ceremony = line.on
      } else if (line.type === 'recognition') {
        if (!life.ceremony || line.on < addMonths(life.ceremony, 12)) fault('before the end of the probation')
        life.state = 'OFFICIAL'
      } else if (line.type === 'transfer') {
        add(line.organization, -1)
        add(line.toOrganization, 1)
        life.cell = line.toOrganization
      } else {
        add(line.organization, -1)
        life.state = 'GONE'
      }
    }
    expect(faults).toEqual([])
  })

  it('never name more members of a cell at the opening than it has', () => {
    const opening = new Map(ofType('openingBalance').map((line) => [line.organization, line.members]))
    const named = new Map<string, number>()
    for (const { organization } of ofType('openingMember')) {
      named.set(organization, (named.get(organization) ?? 0) + 1)
    }
    expect([...named].filter(([cell, count]) => count > (opening.get(cell) ?? 0))).toEqual([])
  })
})
