import type { Verb } from '@seedbed/shared'

/**
 * The rule of a field:
 * - `data`: says something of an object that is reached only through fields with a rule of their own.
 * - `scoped`: for everybody who has signed in; its statement answers only what lies in the viewer's scope, and what
 *   does not as if it did not exist.
 * - `unit <verb>`: only where the viewer holds the verb at the unit whose field it is; enforced on the schema.
 * - `somewhere <verb>`: only for who holds the verb at some unit; enforced on the schema. At which, the service asks.
 * - `own`: about the account that asks and nothing else; not with a token where it changes the account.
 * - `door`: for whoever has not signed in.
 */
export type FieldRule = 'data' | 'scoped' | 'own' | 'door' | `unit ${Verb}` | `somewhere ${Verb}`

type Rows = Partial<Record<FieldRule, string>>

const page = 'edges pageInfo totalCount'
const edge = 'cursor node'

/** Every field of every object of the API with its rule. A field without one fails the tests. */
export const FIELD_RULES: Readonly<Record<string, Rows>> = {
  Query: {
    own: 'viewer',
    scoped:
      'addWorkingDays dimensions dossierForms groupSets indicators installation organization organizationKinds person proposedWorkYear reorganization reorganizations rootOrganizations rules searchOrganizations sectors tiers account workYears workingDaysBetween',
    'somewhere people.read': 'searchPersons',
    'somewhere rules.edit': 'previewDossierForm previewRule previewWorkYear',
    'somewhere accounts.administer': 'accounts',
    'somewhere organizations.reorganize': 'mappingPreview',
  },
  Mutation: {
    door: 'signIn confirmSecondFactor signOut',
    own: 'changePassword createAccessToken disableSecondFactor enableSecondFactor endOtherSessions endSession renewRecoveryCodes revokeAccessToken startSecondFactor',
    'somewhere accounts.administer':
      'createAccounts createGrant endGrant issuePasswordSlip renameAccount resetSecondFactor setAccountDisabled',
    'somewhere organizations.manage':
      'dissolveOrganization establishOrganization joinGroup leaveGroup moveOrganization reclassifyOrganization renameOrganization',
    'somewhere organizations.reorganize':
      'addMapping addOperations changeOperation createReorganization deleteReorganization removeOperations replaceOperations updateReorganization',
    'somewhere groups.define': 'createGroup createGroupSet',
    'somewhere documents.file': 'createDocument',
    'somewhere people.record': 'createPerson updatePerson',
    'somewhere sources.record': 'recordCourseCompletion recordIntroduction',
    'somewhere membership.record':
      'recordAdmission recordAttributeChange recordCeremony recordDeath recordOpeningBalance recordOpeningMember recordReadmission recordRecognition recordRemoval recordRestoration recordTransfer recordTransferIn recordTransferOut',
    'somewhere membership.correct': 'correctEvent correctOpeningBalance',
    'somewhere figures.declare': 'correctDeclaredFigure declareFigure',
    'somewhere settings.change': 'saveStatementTemplate setRequirement setRounding',
    'somewhere rules.edit': 'setDossierForm setRule setWorkYear',
    'somewhere targets.assign': 'setTarget',
    'somewhere terms.set': 'removeTerm setTerm',
  },
  Organization: {
    data: 'at code holdsMembers id kind name sector tier validFrom validTo version rounding namesAbove',
    scoped:
      'ancestors cellCount childCount children documents events grantableRoles groups parent predecessors requirements statementTemplates successors terms unitCounts unitMovements versions viewerCanAssignTargets viewerCanChangeSettings viewerCanCorrectMembership viewerCanDeclareFigures viewerCanFileDocuments viewerCanManage viewerCanReadAudit viewerCanReadFigures viewerCanReadPeople viewerCanRecordMembership viewerCanRecordPeople viewerCanRecordSources viewerCanRegisterTargets viewerCanReorganize viewerCanSetTerms viewerCanUnlockTargets',
    'unit figures.read':
      'balanceSheet balanceUnits childFigures comparison crossTab declaredFigures explainPercentage figures openingBalances ratio statement targets trend unitShare',
    'unit people.read': 'admissions people',
  },
  OrganizationConnection: { data: page },
  OrganizationEdge: { data: edge },
  OrganizationEvent: { data: 'backfilled document effectiveOn id kind note reason' },
  OrganizationVersion: { data: 'code kind name sector tier validFrom validTo', scoped: 'parent' },
  Rounding: { data: 'decimals mode trailingZeros', scoped: 'inheritedFrom' },
  Document: { data: 'id issuer note number signedOn title' },
  CodeLabel: { data: 'code labelEn labelVi' },
  Tier: { data: 'code holdsMembers labelEn labelVi parentTiers rank' },
  PageInfo: { data: 'endCursor hasNextPage' },
  Installation: { data: 'defaultAsOf demonstration today' },
  Indicator: { data: 'betterIs denominator denominatorEn id label labelEn numerator numeratorEn unit' },
  Group: { data: 'groupSet id name', scoped: 'organizations' },
  GroupSet: { data: 'groups id name' },

  Account: {
    data: 'createdAt disabledAt id lastSignInAt mustChangePassword name secondFactor userName version',
    scoped: 'grants viewerCanAdminister',
  },
  AccountConnection: { data: page },
  AccountEdge: { data: edge },
  Grant: {
    data: 'active id onInstallation role validFrom validTo version',
    scoped: 'organization viewerCanEnd',
  },
  PasswordSlip: { data: 'account password validUntil' },
  Viewer: {
    own: 'accessTokens byToken grantableRoles grants id name recoveryCodesLeft secondFactor sessions stage userName viewerCanAdministerAccounts viewerCanDefineGroups viewerCanEstablishRoots viewerCanReadAudit viewerCanReadFigures viewerCanReadPeople',
  },
  AccessToken: { own: 'active anyOperation createdAt expiresAt grant id lastUsedAt name revokedAt' },
  NewAccessToken: { own: 'accessToken token' },
  Session: { own: 'address agent current expiresAt id seenAt startedAt' },
  SecondFactorSetup: { own: 'secret uri' },
  SignInResult: { door: 'stage' },

  Person: {
    data: 'birthDate ethnicity female fullName id identityNumber note religion version',
    scoped: 'events viewerCanEdit',
  },
  PersonEvent: {
    data: 'attributes backfilled correctedOn correctionReason certificateNumber courseName document id introducer kind note on outsideKind outsidePlace removalReason strikeReason version',
    scoped: 'organization person toOrganization',
  },
  EventAttributes: {
    data: 'age degree ethnicity female occupation politicalTheory religion schooling sector sourceKind youthUnion',
  },
  Admission: {
    data: 'attributes courseCompletedOn id introducer on readmission',
    scoped: 'ceremonyOn decidedOn organization person recognizedOn',
  },
  AdmissionConnection: { data: page },
  AdmissionEdge: { data: edge },
  OpeningBalance: {
    data: 'backfilled correctedOn correctionReason document id members note on probationaryMembers version',
    scoped: 'organization',
  },
  CountedPerson: { data: 'on', scoped: 'organization person' },
  PeopleConnection: { data: `${page} withoutName` },
  PeopleEdge: { data: edge },

  Figure: {
    data: 'denominator denominatorName indicator numerator numeratorName reason text value',
  },
  ChildFigures: { data: 'figures row until', scoped: 'organization' },
  ChildFiguresConnection: { data: `${page} total` },
  ChildFiguresEdge: { data: edge },
  TrendPoint: { data: 'figures from to' },
  ComparedFigure: { data: 'difference differencePercent indicator now then' },
  Explanation: { data: 'denominator denominatorName numerator own rounding text' },
  CrossCategory: { data: 'code label labelEn total' },
  CrossCell: { data: 'column count row share text' },
  CrossTab: { data: 'average cells columns indicator rows total unknown' },
  DimensionCategory: { data: 'code label labelEn' },
  DimensionType: { data: 'categories code label labelEn stocksOnly' },
  BalanceLine: { data: 'count id indicator label labelEn note noteEn side sign' },
  BalanceSheet: { data: 'closing declaredClosing lines opening openingOn unexplained' },
  BalanceUnit: { data: 'members on', scoped: 'organization superior' },
  BalanceUnitConnection: { data: page },
  BalanceUnitEdge: { data: edge },
  DeclaredFigure: {
    data: 'asOf backfilled correctedOn correctionReason count difference document from id indicator note printedPercentage qualifier recorded version',
  },
  Statement: { data: 'parts template text' },
  StatementPart: { data: 'figure text' },
  StatementTemplate: { data: 'code id parts title validFrom validTo version', scoped: 'organization' },
  Target: { data: 'amountMax amountMin document id indicator kind note version yearFrom yearTo' },
  Term: { data: 'document from id name to version' },
  UnitCount: { data: 'count kind sector tier' },
  UnitMovement: { data: 'act count kind reason sector tier', scoped: 'units' },
  MovedUnit: { data: 'on', scoped: 'organization' },
  MovedUnitConnection: { data: page },
  MovedUnitEdge: { data: edge },
  UnitShare: {
    data: 'all condition denominatorName denominatorNameEn fulfilling notCounted notCountedWhy notFulfilling share',
    scoped: 'units',
  },
  UnitStanding: { data: 'before figures', scoped: 'organization' },
  UnitStandingConnection: { data: page },
  UnitStandingEdge: { data: edge },

  Rule: { data: 'changes code label labelEn unit versions' },
  RuleVersion: { data: 'article confirmed note per regulation validFrom validTo value' },
  RulePreview: { data: 'after before' },
  DossierForm: { data: 'changes code versions' },
  DossierFormVersion: { data: 'confirmed issuer note regulation title validFrom validTo' },
  DossierFormPreview: { data: 'after before' },
  Requirement: {
    data: 'document id note sourceKind stage title validFrom validTo version',
    scoped: 'organization',
  },
  WorkYear: { data: 'days source version year' },
  WorkYearPreview: { data: 'added removed workingDaysAfter workingDaysBefore' },
  SpecialDay: { data: 'date kind name' },

  Reorganization: {
    data: 'appliedAt createdAt decisionNumber document effectiveOn id note operationCount signatory signedOn status targetRule title undoneAt version',
    scoped: 'operations organization',
  },
  ReorganizationConnection: { data: page },
  ReorganizationEdge: { data: edge },
  ReorganizationOperation: {
    data: 'code id kind name newUnit note parent position reason restToPrincipal sector successors targetRule tier unitKind units',
  },
  ReorganizationOperationConnection: { data: page },
  ReorganizationOperationEdge: { data: edge },
  OperationSuccessor: { data: 'children extent newUnit position principal unit' },
  OperationUnit: { data: 'ref', scoped: 'organization' },
  NewUnit: { data: 'code kind name parent ref sector tier' },
  MappingLineFault: { data: 'field line refusal' },
  MappingPreview: { data: 'faults operations rows' },
  Refusal: { data: 'code en vi' },
}

/** The rules of a field, one if all is well. */
export function rulesOf(type: string, field: string): FieldRule[] {
  const rows = Object.entries(FIELD_RULES[type] ?? {}) as Array<[FieldRule, string]>
  return rows.flatMap(([rule, names]) => (names.split(' ').includes(field) ? [rule] : []))
}
