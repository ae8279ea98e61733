import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { candidate } from '../sources/grow-sources.js'
import { stored } from '../stored.js'
import {
  allPapers,
  cellWithMembers,
  certified,
  decided,
  Following,
  opened,
  paper,
  probationPapers,
  ready,
  recommendedBy,
  votes,
} from './grow-dossiers.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let cell: Unit
let members: string[]

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  const grown = await cellWithMembers(garden, units.k)
  cell = grown.cell
  members = grown.members
})

const person = (facts = {}, days = {}) => certified(garden, cell, facts, days)

/** The refusal of a step, which has written nothing. */
async function refused(following: Following, kind: string, on: string, facts = {}) {
  const before = await stored(database())
  const answer = await following.stepRefused(kind, on, facts)
  expect(await stored(database())).toEqual(before)
  return answer
}

describe('opening a dossier is refused', () => {
  const opening = async (personId: string, facts: Record<string, unknown> = {}) => {
    const before = await stored(database())
    const { extensions } = await new Following(garden).refused('openDossier', {
      ...{ personId, on: '2024-04-15', papers: [paper('1-KNĐ', '2024-04-10')] },
      ...facts,
    })
    expect(await stored(database())).toEqual(before)
    return extensions
  }

  it('to somebody without a certificate, to a member, and a second time', async () => {
    const listed = await candidate(garden, cell, '2024-01-05', { listed: true })
    expect(await opening(listed)).toMatchObject({ reason: { key: 'NOT_CERTIFIED' } })
    expect(await opening(members[0] ?? '')).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'MEMBER', regulation: '24-QĐ/TW, 3.5' },
      reason: { key: 'MEMBER_ALREADY' },
    })
    const twice = await person()
    await opened(garden, twice)
    expect(await opening(twice, { on: '2024-05-15' })).toMatchObject({
      reason: { key: 'DOSSIER_OPEN_ALREADY' },
    })
  })

  it('without the application, with a background before it, and with forms or days that are none', async () => {
    const one = await person()
    expect(await opening(one, { papers: [] })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'PAPERS_MONTHS' },
      reason: { key: 'PAPER_MISSING' },
    })
    const papers = [paper('1-KNĐ', '2024-04-10'), paper('2-KNĐ', '2024-04-09')]
    expect(await opening(one, { papers })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'APPLICATION_FIRST', regulation: '01-HD/TW (2021), 3' },
    })
    expect(await opening(one, { papers: [paper('99-KNĐ', '2024-04-10')] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await opening(one, { on: '2026-11-22' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await opening(one, { papers: [paper('1-KNĐ', '2023-04-01')] })).toMatchObject({
      reason: { key: 'PAPER_EXPIRED' },
    })
  })

  it('to a former member too early, and to one who was readmitted before', async () => {
    const former = await garden.admit(cell, '2020-02-03')
    await garden.event('recordCeremony', former.person, cell, '2020-02-20')
    await garden.event('recordRemoval', former.person, cell, '2021-06-01', { reason: 'NAME_REMOVED' })
    await garden.act(
      'identifyCandidate',
      { personId: former.person, organizationId: cell.id, on: '2024-01-10', listed: true },
      'id',
    )
    await garden.event('recordCourseCompletion', former.person, cell, '2024-02-01', { audience: 'OTHER' })
    expect(await opening(former.person)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'READMISSION_MONTHS' },
      reason: { key: 'READMITTED_TOO_SOON', params: { day: '2024-06-01' } },
    })
    expect(await opening(former.person, { recordClearedOn: '2022-01-01' })).toMatchObject({
      rule: 'READMISSION_MONTHS_AFTER_CRIME',
    })
    const following = await opened(garden, former.person, { on: '2024-06-03' })
    await following.act('addDossierPapers', { papers: allPapers('2024-06-04') })
    await recommendedBy(following, members)
    await following.step('WAIVE_VERIFICATION', '2024-06-05', { note: 'Cha là đảng viên' })
    await following.step('READY', '2024-06-20')
    await following.act('recordSpecialApproval', {
      ...{ specialCase: 'READMISSION', on: '2024-07-20', givenBy: 'Ban Thường vụ Tỉnh ủy' },
    })
    await decided(following)
    await following.step('CANCELLATION', '2024-08-10', { note: 'Khai không trung thực' })
    expect(following.now.state).toBe('DECISION_CANCELLED')
    await garden.act(
      'identifyCandidate',
      { personId: former.person, organizationId: cell.id, on: '2026-01-10', listed: true },
      'id',
    )
    await garden.event('recordCourseCompletion', former.person, cell, '2026-02-01', { audience: 'OTHER' })
    const later = { on: '2026-09-01', papers: [paper('1-KNĐ', '2026-08-10')], recordClearedOn: '2020-01-01' }
    expect(await opening(former.person, later)).toMatchObject({
      ...{ rule: 'READMISSIONS_MOST', reason: { key: 'READMITTED_BEFORE' } },
    })
  })
})

describe('a step is refused', () => {
  it('where the table does not lead, out of the order of days, and with a version that was read before', async () => {
    const following = await opened(garden, await person())
    expect(await refused(following, 'CELL_VOTE', '2024-07-02', { votes: votes(5) })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'PROCEDURE', regulation: '24-QĐ/TW' },
      reason: { key: 'STEP_NOT_NOW_OF' },
    })
    expect(await refused(following, 'STRIKE', '2024-07-02')).toMatchObject({ code: 'INVALID_INPUT' })
    expect(
      await refused(following, 'WAIVE_VERIFICATION', '2024-04-14', { note: 'Cha là đảng viên' }),
    ).toMatchObject({ rule: 'ORDER', reason: { key: 'DAYS_OUT_OF_ORDER' } })
    expect(await refused(following, 'WAIVE_VERIFICATION', '2024-04-16')).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const { version } = following.now
    await following.step('WAIVE_VERIFICATION', '2024-04-16', { note: 'Cha là đảng viên' })
    expect(
      await refused(following, 'WAIVE_VERIFICATION', '2024-04-17', { note: 'Cha là đảng viên', version }),
    ).toMatchObject({ code: 'CONFLICT', reason: { key: 'CHANGED_MEANWHILE' } })
  })

  it('while papers, answers or recommenders are missing', async () => {
    const following = await opened(garden, await person())
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({
      reason: { key: 'PAPER_MISSING' },
    })
    await following.act('addDossierPapers', { papers: allPapers('2024-04-20') })
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({ reason: { key: 'NOT_VERIFIED' } })
    await following.step('VERIFY', '2024-05-06', { letters: [{ subject: 'Cha', addressee: 'Đảng ủy xã' }] })
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({
      ...{ rule: 'VERIFICATION_ANSWER_DAYS', reason: { key: 'LETTERS_OPEN' } },
    })
    const [letter] = (await following.ask<{ letters: Array<{ id: string }> }>('letters { id }')).letters
    await following.act('answerLetter', { letterId: letter?.id, on: '2024-06-03', outcome: 'UNCLEAR' })
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({
      reason: { key: 'BACKGROUND_UNCLEAR' },
    })
    await following.step('WAIVE_VERIFICATION', '2024-06-10', { note: 'Điểm chưa rõ đã được làm rõ' })
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({
      ...{ rule: 'RECOMMENDERS', reason: { key: 'TOO_FEW_RECOMMENDERS' } },
    })
  })

  it('where recommenders are not official or not long enough together, unless in place of another', async () => {
    const following = await opened(garden, await person())
    const probationer = await garden.admit(cell, '2024-02-01')
    await following.act('addDossierPapers', { papers: allPapers('2024-04-20') })
    await following.step('WAIVE_VERIFICATION', '2024-05-02', { note: 'Mẹ là đảng viên' })
    const [first = ''] = members
    const name = (personId: string, togetherSince: string, substitute = false) => ({
      ...{ personId, togetherSince, substitute },
    })
    const set = (...recommenders: object[]) => following.act('setRecommenders', { recommenders })
    const own = await following.ask<{ person: { id: string } }>('person { id }')
    for (const wrong of [
      [],
      [name(first, '2021-01-01'), name(first, '2021-01-01')],
      [name(own.person.id, '2021-01-01')],
    ])
      expect((await following.refused('setRecommenders', { recommenders: wrong })).extensions.code).toBe(
        'INVALID_INPUT',
      )
    await set(name(first, '2021-01-01'), name(probationer.person, '2021-01-01'))
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({
      ...{ code: 'RULE_REFUSED', reason: { key: 'RECOMMENDER_NOT_OFFICIAL' } },
    })
    await set(name(first, '2021-01-01'), name(members[1] ?? '', '2023-08-01'))
    expect(await refused(following, 'READY', '2024-06-20')).toMatchObject({
      ...{ rule: 'RECOMMENDER_MONTHS_TOGETHER', regulation: '24-QĐ/TW, 3.2.1' },
      reason: { key: 'RECOMMENDER_TOO_SHORT', params: { day: '2024-08-01' } },
    })
    await set(name(first, '2021-01-01'), name(members[1] ?? '', '2023-08-01', true))
    expect((await following.step('READY', '2024-06-20')).state).toBe('READY')
  })
})

describe('the vote of the cell is refused', () => {
  const vote = (
    following: Following,
    on = '2024-07-02',
    facts: Record<string, unknown> = { votes: votes(5) },
  ) => refused(following, 'CELL_VOTE', on, facts)

  it('for who is not eighteen by month, and counts months, not days', async () => {
    const young = await ready(garden, await person({ person: born('2006-08-01') }), members)
    expect(await vote(young)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'ADMISSION_AGE_LEAST', regulation: '24-QĐ/TW, 1.1' },
    })
    const byMonth = await ready(garden, await person({ person: born('2006-07-31') }), members)
    expect((await byMonth.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })).state).toBe('CELL_APPROVED')
  })

  it('with a certificate that has run out: of 15/1/2020, for a vote of 3/2/2025', async () => {
    const old = await person({}, { identified: '2020-01-06', certified: '2020-01-15' })
    const following = await opened(garden, old, {
      ...{ on: '2024-11-15', papers: [paper('1-KNĐ', '2024-11-10'), ...allPapers('2024-11-12')] },
    })
    await recommendedBy(following, members)
    await following.step('WAIVE_VERIFICATION', '2024-11-20', { note: 'Cha là đảng viên' })
    await following.step('READY', '2024-12-02')
    expect(await vote(following, '2025-02-03')).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'CERTIFICATE_MONTHS', regulation: '01-HD/TW (2021)' },
      reason: { key: 'CERTIFICATE_EXPIRED', params: { completed: '2020-01-15', expires: '2025-01-15' } },
    })
    expect(await vote(following, '2025-01-15')).toMatchObject({ rule: 'CERTIFICATE_MONTHS' })
    expect((await following.step('CELL_VOTE', '2025-01-14', { votes: votes(5) })).state).toBe('CELL_APPROVED')
  })

  it('with papers of more than twelve months, and without schooling on record', async () => {
    const following = await ready(garden, await person(), members)
    expect(await vote(following, '2025-04-10')).toMatchObject({
      ...{ rule: 'PAPERS_MONTHS', reason: { key: 'PAPER_EXPIRED', params: { day: '2025-04-10' } } },
    })
    const unknown = await ready(garden, await person(), members, { schooling: undefined })
    expect(await vote(unknown)).toMatchObject({ reason: { key: 'SCHOOLING_UNKNOWN' } })
  })

  it('in a cell of fewer than three official members, by its records too', async () => {
    const small = await garden.unit('Chi bộ hai người', 'CELL', units.k)
    await garden.opening(small, 2)
    const following = await ready(garden, await certified(garden, small), members)
    expect(await vote(following, '2024-07-02', { votes: votes(3, 3) })).toMatchObject({
      ...{ rule: 'CELL_OFFICIAL_MEMBERS_LEAST', regulation: 'Điều lệ Đảng (2011), Điều 24' },
      reason: { key: 'CELL_TOO_SMALL', params: { members: 2 } },
    })
  })

  it('with numbers that cannot be', async () => {
    const following = await ready(garden, await person(), members)
    for (const wrong of [
      undefined,
      votes(5, 5, { agreed: -1 }),
      votes(5, 5, { present: 6 }),
      votes(5, 5, { against: 1 }),
      votes(0, 5, { temporarilyAway: 5, present: 0, against: 0 }),
    ])
      expect(await vote(following, '2024-07-02', { votes: wrong })).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('after it has failed three times: then it goes up, and the committee refuses', async () => {
    const following = await ready(garden, await person(), members)
    for (const [day, state] of [
      ['2024-07-02', 'READY'],
      ['2024-08-02', 'READY'],
      ['2024-09-02', 'REPORTED'],
    ] as const)
      expect((await following.step('CELL_VOTE', day, { votes: votes(3) })).state).toBe(state)
    expect(await vote(following, '2024-10-02')).toMatchObject({ rule: 'PROCEDURE' })
    const no = { outcome: 'NO', note: 'Chi bộ ba lần không đủ phiếu' }
    expect((await following.step('DECISION', '2024-10-10', no)).state).toBe('REJECTED_BY_VOTE')
    const figures = {
      from: '2024-01-01',
      asOf: '2024-12-31',
      indicators: ['cellVoteFailed', 'dossiersRejected'],
    }
    expect(await garden.figures(cell, figures)).toEqual({ cellVoteFailed: 3, dossiersRejected: 1 })
  })

  it('is measured against those convened: two thirds without who is away or exempted and absent', async () => {
    const base = { temporarilyAway: 1, exemptedAbsent: 1, present: 3, against: 1 }
    const enough = await ready(garden, await person(), members)
    expect((await enough.step('CELL_VOTE', '2024-07-02', { votes: votes(2, 5, base) })).state).toBe(
      'CELL_APPROVED',
    )
    const missed = await ready(garden, await person(), members)
    const present = { present: 4, against: 1 }
    expect((await missed.step('CELL_VOTE', '2024-07-02', { votes: votes(3, 5, present) })).state).toBe(
      'READY',
    )
  })
})

describe('a decision is refused', () => {
  const yes = { outcome: 'YES' }

  async function proposedOf(facts = {}, opening = {}) {
    const following = await ready(garden, await person(facts), members, opening)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    return following
  }

  it('to a level without the power, and before the grassroots committee has proposed', async () => {
    const following = await proposedOf()
    expect(await refused(following, 'DECISION', '2024-08-05', yes)).toMatchObject({
      ...{ rule: 'LEVELS', reason: { key: 'GRASSROOTS_FIRST' } },
    })
    await following.step('PROPOSAL', '2024-07-15')
    expect(
      await refused(following, 'DECISION', '2024-08-05', { ...yes, decidedById: units.k.id }),
    ).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'DECIDING_BODY', regulation: '24-QĐ/TW, 4.3.2' },
      reason: { key: 'NO_POWER', params: { name: 'Huyện A' } },
    })
    expect(await refused(following, 'DECISION', '2024-08-05')).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await refused(following, 'DECISION', '2024-08-05', { outcome: 'NO' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect((await following.step('DECISION', '2024-08-05', yes)).state).toBe('DECIDED')
  })

  it.each([
    ['OVER_AGE', { person: born('1962-05-01') }, {}],
    ['RELIGION', { person: { ...born('1998-05-01'), religion: '02' } }, {}],
    ['BUSINESS_OWNER', { sourceKind: 'BUSINESS_OWNER' }, {}],
    ['SCHOOLING', {}, { schooling: 'PRIMARY' }],
    ['FOREIGN_MARRIAGE', {}, { foreignMarriage: true }],
  ])('without the approval that the case %s needs', async (specialCase, facts, opening) => {
    const following = await proposedOf(facts, opening)
    await following.step('PROPOSAL', '2024-07-15')
    expect(await refused(following, 'DECISION', '2024-08-05', yes)).toMatchObject({
      ...{ code: 'RULE_REFUSED', reason: { key: `APPROVAL_${specialCase}` } },
    })
    await following.act('recordSpecialApproval', {
      ...{ specialCase, on: '2024-08-06', givenBy: 'Ban Thường vụ Tỉnh ủy' },
    })
    expect(await refused(following, 'DECISION', '2024-08-05', yes)).toMatchObject({
      reason: { key: `APPROVAL_${specialCase}` },
    })
    expect((await following.step('DECISION', '2024-08-06', yes)).state).toBe('DECIDED')
  })

  it('to a grassroots committee with the power unless two thirds of it agree; it proposes to nobody', async () => {
    const commune = await garden.unit('Xã được ủy quyền', 'GRASSROOTS', units.a)
    const there = await cellWithMembers(garden, commune)
    await garden.act('setDelegation', { organizationId: commune.id, from: '2024-01-01', to: '2024-12-31' })
    const following = await ready(garden, await certified(garden, there.cell), there.members)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    expect(await refused(following, 'PROPOSAL', '2024-07-15')).toMatchObject({
      reason: { key: 'DECIDES_ITSELF' },
    })
    expect(await refused(following, 'DECISION', '2024-08-05', { ...yes, votes: votes(9, 15) })).toMatchObject(
      {
        ...{ rule: 'COMMITTEE_VOTE_SHARE', reason: { key: 'COMMITTEE_SHARE_MISSED' } },
      },
    )
    expect(await refused(following, 'DECISION', '2025-02-05', yes)).toMatchObject({
      reason: { key: 'GRASSROOTS_FIRST' },
    })
    await following.step('DECISION', '2024-08-05', { ...yes, votes: votes(10, 15), decidedById: commune.id })
    expect(following.now.state).toBe('DECIDED')
  })

  it('of a grassroots cell to nobody between: the committee above it decides', async () => {
    const alone = await cellWithMembers(garden, units.a, 'Chi bộ cơ sở', 'GRASSROOTS_CELL')
    const following = await ready(garden, await certified(garden, alone.cell), alone.members)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    expect(await refused(following, 'PROPOSAL', '2024-07-15')).toMatchObject({
      reason: { key: 'NO_SUCH_LEVEL' },
    })
    expect((await following.step('DECISION', '2024-08-05', yes)).state).toBe('DECIDED')
  })

  it('before the section has appraised it, where there is one', async () => {
    const section = await garden.unit('Đảng bộ bộ phận', 'SECTION', units.l)
    const there = await cellWithMembers(garden, section)
    const following = await ready(garden, await certified(garden, there.cell), there.members)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    expect(await refused(following, 'PROPOSAL', '2024-07-15')).toMatchObject({
      reason: { key: 'SECTION_FIRST' },
    })
    await following.step('SECTION_REPORT', '2024-07-10')
    await following.step('PROPOSAL', '2024-07-15')
    expect((await following.step('DECISION', '2024-08-05', yes)).state).toBe('DECIDED')
  })
})

describe('after the decision', () => {
  it('a ceremony before it, a recognition before twelve months and a second extension are refused', async () => {
    const following = await decided(await ready(garden, await person(), members))
    expect(await refused(following, 'CEREMONY', '2024-08-04')).toMatchObject({
      ...{ rule: 'ORDER', reason: { key: 'CEREMONY_BEFORE_DECISION' } },
    })
    await following.step('CEREMONY', '2024-08-20')
    await following.act('addDossierPapers', { papers: probationPapers('2025-08-01') })
    expect(await refused(following, 'RECOGNITION_VOTE', '2025-08-19', { votes: votes(5) })).toMatchObject({
      ...{ rule: 'PROBATION_MONTHS', regulation: 'Điều lệ Đảng (2011), Điều 5, khoản 1' },
      reason: { key: 'PROBATION_RUNS', params: { day: '2025-08-20' } },
    })
    await following.step('RECOGNITION_VOTE', '2025-08-20', { votes: votes(5) })
    await following.step('EXTENSION', '2025-09-20', { note: 'Chờ xác minh' })
    expect(await refused(following, 'EXTENSION', '2025-09-21', { note: 'Chờ nữa' })).toMatchObject({
      ...{ rule: 'RECOGNITION_EXTENSION_DAYS', reason: { key: 'EXTENDED_ALREADY' } },
    })
    await following.step('RECOGNITION', '2026-03-02')
    const shown = await following.ask<{ officialFrom: string }>('officialFrom')
    expect(shown.officialFrom).toBe('2025-08-20')
  })

  it('votes on recognition that fail three times go up; the name is removed, and counts as lost in probation', async () => {
    const following = await decided(await ready(garden, await person(), members))
    await following.step('CEREMONY', '2024-08-20')
    await following.act('addDossierPapers', { papers: probationPapers('2025-08-22') })
    for (const day of ['2025-08-25', '2025-09-25', '2025-10-25'])
      await following.step('RECOGNITION_VOTE', day, { votes: votes(2) })
    expect(following.now.state).toBe('RECOGNITION_REPORTED')
    await following.step('REMOVAL', '2025-11-10', { note: 'Không đủ tư cách' })
    expect(following.now.state).toBe('PROBATION_REMOVED')
    const asked = {
      from: '2025-01-01',
      asOf: '2025-12-31',
      indicators: ['probationRemoved', 'recognitionVoteFailed'],
    }
    expect(await garden.figures(cell, asked)).toEqual({ probationRemoved: 1, recognitionVoteFailed: 3 })
  })

  it('whoever moves to a university leaves the dossier with it', async () => {
    const following = await decided(await ready(garden, await person(), members))
    await following.step('CEREMONY', '2024-08-20')
    const { person: who } = await following.ask<{ person: { id: string } }>('person { id }')
    await garden.event('recordTransferOut', who.id, cell, '2024-09-05', { outsideKind: 'UNIVERSITY' })
    expect(await following.ask<{ state: string }>('state')).toEqual({ state: 'LEFT' })
  })
})

function born(birthDate: string) {
  return { fullName: `Trần Văn Hồ Sơ ${birthDate}`, birthDate, female: false, ethnicity: '01' }
}
