import { createWorld } from './world.js'

type Fields = Record<string, unknown>
type Ask = (args: Fields) => Promise<Fields | null> | Fields | null

const cell = { id: 'cell', at: '2024-11-15', name: 'Chi bộ Khối phố 1' }
const person = (number: number) => ({
  id: `applicant-${number}`,
  fullName: `Lê Thị Hồ Sơ ${number}`,
  birthDate: '2000-01-02',
  female: true,
  identityNumber: '•••••••••012',
  viewerCanRevealIdentityNumber: false,
  mentorships: [],
  dossiers: [],
})
const step = (kind: string, on: string, more: Fields = {}) => ({
  ...{ id: `step-${kind}`, kind, on, outcome: null, late: false, daysLate: 0, recordedOn: on, note: null },
  ...{ correctedOn: null, correctionReason: null, decidedBy: cell, document: null, votes: null, rules: [] },
  ...more,
})

const WAY: Readonly<Record<string, readonly string[]>> = {
  DOSSIER_OPEN: ['OPEN'],
  READY: ['OPEN', 'VERIFY', 'READY'],
  CELL_APPROVED: ['OPEN', 'VERIFY', 'READY', 'CELL_VOTE'],
  DECIDED: ['OPEN', 'VERIFY', 'READY', 'CELL_VOTE', 'PROPOSAL', 'DECISION'],
}
const NEXT: Readonly<Record<string, readonly string[]>> = {
  DOSSIER_OPEN: ['VERIFY', 'WAIVE_VERIFICATION', 'READY', 'RETURN'],
  READY: ['CELL_VOTE', 'RETURN'],
  CELL_APPROVED: ['PROPOSAL', 'DECISION', 'RETURN'],
  DECIDED: ['CEREMONY', 'CANCELLATION'],
}
const missing = {
  code: 'RULE_REFUSED',
  vi: 'hồ sơ chưa có Lý lịch của người xin vào Đảng (2-KNĐ)',
  en: 'the dossier has no background (2-KNĐ)',
  regulation: '12-HD/BTCTW, 1.1',
}

/** A dossier of the test's cell in a state, with what the state brings along. */
export function testDossier(number: number, state: string) {
  const isOpen = state === 'DOSSIER_OPEN'
  return {
    ...{ id: `dossier-${number}`, version: 3, state, since: '2024-10-01', openedOn: '2024-09-01' },
    ...{ backfilled: false, introducer: null, note: null, recognizedOn: null },
    ...{ viewerCanPrepare: true, viewerCanDecide: true },
    decidedOn: state === 'DECIDED' ? '2024-10-01' : null,
    ceremonyOn: null,
    officialFrom: null,
    person: person(number),
    organization: cell,
    steps: (WAY[state] ?? []).map((kind, at) =>
      step(kind, `2024-09-0${at + 1}`, { late: kind === 'VERIFY', daysLate: 9 }),
    ),
    papers: [],
    letters: [],
    recommenders: [],
    specialCases: [],
    approvals: [],
    decidedBy: 'Thành ủy',
    nextSteps: (NEXT[state] ?? []).map((kind) => ({
      step: kind,
      by: kind === 'DECISION' ? 'Thành ủy' : cell.name,
      viewerCan: true,
      missing: isOpen && (kind === 'VERIFY' || kind === 'READY') ? [missing] : [],
    })),
    deadlines: [
      {
        ...{ kind: 'DECISION', about: null, beginsOn: '2024-08-01', dueOn: '2024-10-25', warnFrom: null },
        ...{ metOn: null, extended: false, state: 'OVERDUE', rule: 'DECISION_DAYS', regulation: '24-QĐ/TW' },
        ...{ article: '4.3.1', problem: null },
      },
    ],
    paperNeeds: [
      { formCodes: ['2-KNĐ'], title: 'Lý lịch', state: isOpen ? 'MISSING' : 'VALID', paper: null },
    ],
  }
}

const version = {
  validFrom: '2021-07-30',
  validTo: null,
  regulation: '24-QĐ/TW',
  article: '4.3',
  confirmed: true,
}
const rules = [
  ...[
    { code: 'CELL_VOTE_SHARE', label: 'Tỷ lệ tán thành', labelEn: 'Share', unit: 'SHARE', value: 2, per: 3 },
  ],
  ...[
    {
      code: 'CEREMONY_DAYS',
      label: 'Hạn lễ kết nạp',
      labelEn: 'Ceremony',
      unit: 'WORKING_DAYS',
      value: 30,
      per: null,
    },
  ],
].map(({ value, per, ...rule }) => ({ ...rule, changes: 1, versions: [{ ...version, value, per }] }))

/** The test's installation with dossiers, one in each of some states; `onMutation` tells what arrived. */
export function dossiersWorld(options: {
  states?: readonly string[]
  onMutation?: (name: string, input: unknown) => void
  onFilter?: (filter: unknown) => void
  bend?: (dossier: ReturnType<typeof testDossier>) => Fields
}) {
  const world = createWorld() as unknown as Record<string, unknown> & { organization: Ask }
  const rows = (options.states ?? ['DOSSIER_OPEN']).map((state, at) => {
    const made = testDossier(at + 1, state)
    return { ...made, ...options.bend?.(made) }
  })
  const told =
    (name: string) =>
    ({ input }: Fields) => {
      options.onMutation?.(name, input)
      return rows[0]
    }
  return {
    ...world,
    rules,
    dossierForms: [
      {
        code: '2-KNĐ',
        changes: 1,
        versions: [{ ...version, title: 'Lý lịch', issuer: 'Người xin vào Đảng' }],
      },
    ],
    person: ({ id }: Fields) => rows.map((row) => row.person).find((one) => one.id === id) ?? null,
    dossier: ({ id }: Fields) => rows.find((row) => row.id === id) ?? null,
    organization: async (args: Fields) => ({
      ...(await world.organization(args)),
      holdsMembers: true,
      dossiers: ({ filter }: Fields) => {
        options.onFilter?.({ ...(filter as object) })
        return {
          totalCount: rows.length,
          states: rows.map(({ state }) => ({ state, count: 1 })),
          pageInfo: { hasNextPage: false, endCursor: null },
          edges: rows.map((node) => ({ cursor: node.id, node })),
        }
      },
    }),
    recordDossierStep: told('recordDossierStep'),
    addDossierPapers: told('addDossierPapers'),
    openDossier: told('openDossier'),
  }
}
