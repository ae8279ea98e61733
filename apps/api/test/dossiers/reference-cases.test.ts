import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { candidate } from '../sources/grow-sources.js'
import { allPapers, cellWithMembers, Following, paper, recommendedBy, votes } from './grow-dossiers.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden

beforeAll(() => {
  garden = new Garden(api())
})

/** The days of an admission: certificate, application, papers, complete, vote, proposal, decision, ceremony. */
interface Days {
  identified: string
  certified: string
  applied: string
  papers: string
  waived: string
  ready: string
  voted: string
  proposed: string
  decided: string
  ceremony: string
}

interface Applicant {
  name: string
  birthDate: string
  female: boolean
  stated: Record<string, unknown>
  religion?: string
  audience: string
}

/** Somebody who becomes a candidate and goes through the awareness course. */
async function grown(cell: Unit, one: Applicant, { identified, certified }: Days): Promise<string> {
  const { name: fullName, birthDate, female, religion, stated } = one
  const { youthUnion: _union, degree: _degree, ...told } = stated
  const person = await candidate(garden, cell, identified, {
    person: { fullName, birthDate, female, ethnicity: '01', ...(religion ? { religion } : {}) },
    ...{ listed: true, introducer: 'YOUTH_UNION', ...told },
  })
  await garden.event('recordCourseCompletion', person, cell, certified, { audience: one.audience, ...told })
  return person
}

/** From the application to the ceremony, every step of it. */
async function admitted(
  person: string,
  members: readonly string[],
  one: Applicant,
  days: Days,
): Promise<Following> {
  const following = new Following(garden)
  await following.act('openDossier', {
    ...{ personId: person, on: days.applied, papers: [paper('1-KNĐ', days.applied)] },
    schooling: 'UPPER_SECONDARY',
  })
  await following.act('addDossierPapers', { papers: allPapers(days.papers) })
  await recommendedBy(following, members)
  await following.step('WAIVE_VERIFICATION', days.waived, { note: 'Bố, mẹ là đảng viên, khai đầy đủ' })
  await following.step('READY', days.ready)
  await following.step('CELL_VOTE', days.voted, { votes: votes(5) })
  await following.step('PROPOSAL', days.proposed)
  if (one.religion)
    await following.act('recordSpecialApproval', {
      ...{ specialCase: 'RELIGION', on: days.proposed, givenBy: 'Ban Tổ chức Tỉnh ủy' },
    })
  await following.step('DECISION', days.decided, { outcome: 'YES', stated: one.stated })
  await following.step('CEREMONY', days.ceremony)
  return following
}

const adult = (number: number, facts: Partial<Applicant> = {}): Applicant => ({
  name: `Võ Thị Mẫu ${number}`,
  birthDate: `199${number % 10}-0${1 + (number % 9)}-15`,
  female: number % 2 === 0,
  stated: {
    ...{ youthUnion: true, occupation: 'WORKER', sourceKind: 'WORKER' },
    degree: number % 4 === 0 ? 'UNIVERSITY' : 'VOCATIONAL',
  },
  audience: 'OTHER',
  ...facts,
})

describe('case A, Bình Thuận: twenty-two persons of a commune through the procedure', () => {
  it('are introduced by a union, trained, voted on, decided by the district and counted as published figures are', async () => {
    const province = await garden.unit('Đảng bộ tỉnh Bình Thuận', 'PROVINCE', null, {
      kind: 'PROVINCE',
      code: 'A',
    })
    const district = await garden.unit('Đảng bộ huyện Hàm Thuận Bắc', 'DISTRICT', province, { code: 'U-1' })
    const commune = await garden.unit('Đảng bộ xã Hàm Chính', 'GRASSROOTS', district, { code: 'U-2' })
    const { cell, members } = await cellWithMembers(garden, commune, 'Chi bộ thôn Hàm Chính')
    const days: Days = {
      ...{ identified: '2022-01-10', certified: '2022-03-18', applied: '2022-05-05', papers: '2022-05-20' },
      ...{ waived: '2022-06-01', ready: '2022-08-15', voted: '2022-09-05', proposed: '2022-09-20' },
      ...{ decided: '2022-11-10', ceremony: '2022-12-01' },
    }
    for (let number = 0; number < 22; number += 1) {
      const one = adult(number, number < 3 ? { religion: '02' } : {})
      const person = await grown(cell, one, days)
      if (number === 21) continue
      expect((await admitted(person, members, one, days)).now.state).toBe('ADMITTED')
    }
    const asked = {
      ...{ from: '2021-01-01', asOf: '2023-06-30' },
      indicators: [
        ...['admitted', 'admittedFemale', 'admittedReligious', 'admittedUniversity', 'introduced'],
        ...['introducedAdmitted', 'candidates', 'dossiersOpened', 'cellApproved', 'proposed', 'members'],
      ],
    }
    expect(await garden.figures(province, asked)).toEqual({
      ...{ admitted: 21, admittedFemale: 11, admittedReligious: 3, admittedUniversity: 6, introduced: 22 },
      ...{ introducedAdmitted: 21, candidates: 1, dossiersOpened: 21, cellApproved: 21, proposed: 21 },
      members: 26,
    })
    expect(
      await garden.figures(province, { ...asked, countBasis: 'CEREMONY', from: '2022-12-01' }),
    ).toMatchObject({
      admitted: 21,
    })
  }, 240_000)
})

describe('case B, Điện Bàn: the pupils of the town through the procedure', () => {
  const days: Days = {
    ...{ identified: '2023-05-08', certified: '2023-08-18', applied: '2023-09-11', papers: '2023-09-20' },
    ...{ waived: '2023-10-02', ready: '2024-01-08', voted: '2024-03-05', proposed: '2024-03-18' },
    ...{ decided: '2024-04-22', ceremony: '2024-05-15' },
  }
  const pupil = (number: number): Applicant => ({
    ...{ name: `Lê Văn Trò ${number}`, birthDate: '2006-02-14', female: number % 2 === 0, audience: 'PUPIL' },
    stated: { youthUnion: true, occupation: 'PUPIL', sourceKind: 'PUPIL' },
  })
  let town: Unit
  let school: Awaited<ReturnType<typeof cellWithMembers>>
  let others: Awaited<ReturnType<typeof cellWithMembers>>
  const followed: Array<{ person: string; cell: Unit }> = []

  it('87 complete the course in August 2023, 35 are admitted by 30 May 2024, a teacher beside them', async () => {
    const province = await garden.unit('Đảng bộ tỉnh Quảng Nam', 'PROVINCE', null, {
      kind: 'PROVINCE',
      code: 'B',
    })
    town = await garden.unit('Đảng bộ thị xã Điện Bàn', 'DISTRICT', province, { code: 'U-3' })
    const commune = await garden.unit('Đảng bộ xã Điện Trung', 'GRASSROOTS', town, { code: 'U-4' })
    school = await cellWithMembers(garden, commune, 'Chi bộ Trường THPT Phạm Phú Thứ')
    others = await cellWithMembers(garden, commune, 'Chi bộ các trường THPT khác')
    for (let number = 0; number < 87; number += 1) {
      const { cell, members } = number < 5 ? school : others
      const one = pupil(number)
      const person = await grown(cell, one, days)
      if (number >= 35) continue
      expect((await admitted(person, members, one, days)).now.state).toBe('ADMITTED')
      followed.push({ person, cell })
    }
    const teacher = adult(1, {
      ...{ name: 'Phan Thị Dạy', audience: 'TEACHER' },
      stated: { youthUnion: true, occupation: 'TEACHER', sourceKind: 'TEACHER', degree: 'UNIVERSITY' },
    })
    await admitted(await grown(school.cell, teacher, days), school.members, teacher, days)
    const asked = {
      ...{ from: '2023-08-01', asOf: '2024-05-30' },
      indicators: ['courseCompletedPupil', 'admittedPupil', 'admittedTeacher', 'candidatesCertified'],
    }
    expect(await garden.figures(town, asked)).toEqual({
      ...{ courseCompletedPupil: 87, admittedPupil: 35, admittedTeacher: 1, candidatesCertified: 52 },
    })
    expect(
      await garden.figures(school.cell, { ...asked, from: '2023-09-01', asOf: '2024-08-31' }),
    ).toMatchObject({
      ...{ admittedPupil: 5, admittedTeacher: 1 },
    })
  }, 240_000)

  it('34 move to universities and one to a college, and their dossiers leave with them', async () => {
    for (const [index, { person, cell }] of followed.entries())
      await garden.event('recordTransferOut', person, cell, '2024-09-09', {
        outsideKind: index === 0 ? 'COLLEGE' : 'UNIVERSITY',
      })
    const asked = {
      ...{ from: '2024-01-01', asOf: '2024-11-15' },
      indicators: ['transferredOut', 'transferredOutUniversity', 'transferredOutCollege', 'members'],
    }
    expect(await garden.figures(town, asked)).toEqual({
      ...{ transferredOut: 35, transferredOutUniversity: 34, transferredOutCollege: 1, members: 11 },
    })
    const { organization } = await api().data<{
      organization: { dossiers: { states: Array<{ state: string; count: number }> } }
    }>('query ($id: ID!) { organization(id: $id) { dossiers { states { state count } } } }', { id: town.id })
    const counts = Object.fromEntries(organization.dossiers.states.map(({ state, count }) => [state, count]))
    expect(counts).toMatchObject({ LEFT: 35, ADMITTED: 1, DECIDED: 0 })
  }, 120_000)

  it('in the next school year six pupils and two teachers complete the course', async () => {
    const next = { ...days, identified: '2024-09-09', certified: '2024-10-25' }
    for (let number = 0; number < 8; number += 1) {
      const isTeacher = number >= 6
      const one = {
        ...pupil(100 + number),
        birthDate: '2007-03-01',
        audience: isTeacher ? 'TEACHER' : 'PUPIL',
      }
      await grown(school.cell, isTeacher ? { ...one, birthDate: '1990-03-01' } : one, next)
    }
    const asked = {
      ...{ from: '2024-09-01', asOf: '2025-08-31' },
      indicators: ['courseCompletedPupil', 'courseCompletedTeacher'],
    }
    expect(await garden.figures(school.cell, asked)).toEqual({
      ...{ courseCompletedPupil: 6, courseCompletedTeacher: 2 },
    })
  }, 120_000)
})
