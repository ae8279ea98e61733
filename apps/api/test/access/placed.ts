import type { World } from './world.js'

type Things = World & { member: string }
type Made = (unit: string, things: Things) => Record<string, unknown>

const later = '2099-01-01'
const on = '2024-06-30'

/** An event of a person who is seen, on a day that has not come: refused once access is granted. */
const event =
  (facts: Record<string, unknown> = {}): Made =>
  (organizationId, { member }) => ({ input: { personId: member, organizationId, on: later, ...facts } })

/** With a version that nobody has read. */
const stale =
  (facts: Record<string, unknown> = {}): Made =>
  (id) => ({ input: { id, version: 999, effectiveOn: on, ...facts } })

const accounts = 'test/accounts/administration.test.ts'
const plans = 'test/reorganization'
const targets = 'test/targets'
const worksheet = 'test/worksheet'
const sources = 'test/sources'
const courses = 'test/courses'
const dossiers = 'test/dossiers'
const anywhere = 'belongs to no unit: the verb anywhere is enough'
const personal = 'test/personal-data'
const findings = 'test/findings'
const inspection = 'test/inspection'
const byEvent = 'test/access/rows.test.ts'

/**
 * Each mutation that needs a verb with arguments that name a place and are refused for something else once access is
 * granted, so that nothing is written; or where tests of its own try it.
 */
export const PLACED: Record<string, Made | string> = {
  establishOrganization: (parentId) => ({
    input: {
      parentId,
      code: `X-${parentId}`,
      name: 'Sai cấp',
      tier: 'PROVINCE',
      kind: 'PROVINCE',
      effectiveOn: on,
    },
  }),
  renameOrganization: stale({ name: 'Tên khác' }),
  reclassifyOrganization: stale({ sector: 'HEALTH' }),
  dissolveOrganization: byEvent,
  moveOrganization: byEvent,
  joinGroup: byEvent,
  leaveGroup: byEvent,
  setRounding: (id) => ({ input: { id, version: 999 } }),
  createDocument: (organizationId) => ({ input: { organizationId, number: ' ', title: 'Không số' } }),
  createPerson: (organizationId) => ({
    input: { organizationId, fullName: ' ', birthDate: '1999-01-01', female: true, ethnicity: '01' },
  }),
  updatePerson: byEvent,
  recordIntroduction: event({ introducer: 'YOUTH_UNION' }),
  recordCourseCompletion: event({ audience: 'SYMPATHISER' }),
  recordAdmission: event({ youthUnion: true }),
  recordReadmission: event({ youthUnion: true }),
  recordOpeningMember: event({ probationary: false }),
  recordRestoration: event({ probationary: false }),
  recordAttributeChange: event(),
  recordCeremony: event(),
  recordRecognition: event(),
  recordTransfer: (organizationId, { member, units }) => ({
    input: { personId: member, organizationId, toOrganizationId: units.k1.id, on: later },
  }),
  recordTransferIn: event({ outsideKind: 'OTHER_PROVINCE', probationary: false }),
  recordTransferOut: event({ outsideKind: 'OTHER_PROVINCE' }),
  recordRemoval: event({ reason: 'RESIGNED' }),
  recordDeath: event(),
  recordOpeningBalance: (organizationId) => ({
    input: { organizationId, on, members: -1, probationaryMembers: 0 },
  }),
  correctEvent: byEvent,
  correctOpeningBalance: byEvent,
  declareFigure: (organizationId) => ({ input: { organizationId, indicator: 'nothing', asOf: on } }),
  correctDeclaredFigure: byEvent,
  saveStatementTemplate: (organizationId) => ({
    input: {
      organizationId,
      code: 'not a code',
      title: 'Mẫu',
      validFrom: on,
      parts: JSON.stringify([{ figure: 'admitted' }]),
    },
  }),
  setRequirement: 'test/rules',
  setTarget: (organizationId) => ({
    input: { organizationId, kind: 'RESOLUTION_AVERAGE', yearFrom: 2024, yearTo: 2025, amountMin: -1 },
  }),
  setTerm: (organizationId) => ({ input: { organizationId, name: ' ', from: on } }),
  removeTerm: byEvent,
  recordExport: (organizationId) => ({ input: { organizationId, content: ' ', rows: 1 } }),
  createAccounts: accounts,
  createGrant: accounts,
  endGrant: accounts,
  issuePasswordSlip: accounts,
  renameAccount: accounts,
  resetSecondFactor: accounts,
  setAccountDisabled: accounts,
  openPerson: personal,
  revealIdentityNumber: personal,
  drawUpDataSheet: personal,
  recordDataRequest: personal,
  answerDataRequest: personal,
  extendDataRequest: personal,
  carryOutDataRequest: personal,
  liftRestriction: personal,
  setProcessingPurpose: anywhere,
  createGroup: anywhere,
  createGroupSet: anywhere,
  setDossierForm: anywhere,
  setRule: anywhere,
  setWorkYear: anywhere,
  addMapping: plans,
  addOperations: plans,
  changeOperation: plans,
  createReorganization: plans,
  deleteReorganization: plans,
  removeOperations: plans,
  replaceOperations: plans,
  updateReorganization: plans,
  applyReorganization: plans,
  assignPersons: plans,
  assignPersonsByRule: plans,
  rehearseReorganization: plans,
  rehearseUndo: plans,
  undoReorganization: plans,
  acceptHandover: sources,
  assignMentors: sources,
  declareNoSource: sources,
  declineHandover: sources,
  endMentorship: sources,
  endNoSource: sources,
  identifyCandidate: sources,
  listSympathisers: sources,
  markRequirement: sources,
  offerHandover: sources,
  recordReview: sources,
  strikeCandidates: sources,
  withdrawHandover: sources,
  recordCourseResults: courses,
  registerInCourse: courses,
  setCourse: courses,
  takeCourseResultBack: courses,
  createInspectionRound: (organizationId) => ({
    input: {
      organizationId,
      body: 'COMMITTEE',
      kind: 'THEMATIC_INSPECTION',
      theme: ' ',
      fromDay: on,
      toDay: on,
    },
  }),
  recordFinding: (organizationId) => ({
    input: { organizationId, kind: 'SHORTCOMING', words: ' ', dueOn: later },
  }),
  addInspectionSubjects: findings,
  closeInspectionRound: findings,
  openPersonInRound: findings,
  setInspectionSubject: findings,
  setInspectionWorkers: findings,
  updateInspectionRound: findings,
  answerFinding: findings,
  closeFinding: findings,
  recheckFinding: findings,
  reopenFinding: findings,
  withdrawFinding: findings,
  addDossierPapers: dossiers,
  answerLetter: dossiers,
  correctDossierStep: dossiers,
  openDossier: dossiers,
  recordDossierStep: dossiers,
  recordSpecialApproval: dossiers,
  setRecommenders: dossiers,
  setDelegation: (organizationId) => ({ input: { organizationId, from: on, to: '2020-01-01' } }),
  setProcedureFrom: (organizationId) => ({ input: { organizationId, on, version: 999 } }),
  lockTargets: targets,
  removeTarget: targets,
  registerTarget: targets,
  unlockTargets: targets,
  createTargetPlan: worksheet,
  discardTargetPlan: worksheet,
  issueTargetPlan: worksheet,
  renameTargetPlan: worksheet,
  saveTargetPlan: worksheet,
  saveTargetWorksheet: worksheet,
  saveQuery: inspection,
  changeQuery: inspection,
  shareQuery: inspection,
  duplicateQuery: inspection,
  deleteQuery: inspection,
  freezeEvidence: inspection,
  drawSample: inspection,
}
