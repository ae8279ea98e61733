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
      'addWorkingDays dimensions dossierForms groupSets indicators installation organization organizationKinds person processingPurposes proposedWorkYear reorganization reorganizations rootOrganizations rules searchOrganizations sectors tiers account workYears workingDaysBetween course searchUnitHistory finding dossier',
    'somewhere people.read': 'searchPersons possibleDoubles findPersons',
    'somewhere people.record': 'dataRequests',
    'somewhere rules.edit': 'previewDossierForm previewRule previewWorkYear',
    'somewhere accounts.administer': 'accounts',
    'somewhere organizations.reorganize': 'mappingPreview splitPersons',
    'somewhere audit.read': 'audit',
    'somewhere figures.read':
      'findOrganizations queryEstimate sideBySide savedQueries savedQuery evidence evidenceList rerunEvidence',
    'somewhere inspection.run': 'inspectionRound ownInspectionRounds',
  },
  Mutation: {
    door: 'signIn confirmSecondFactor signOut',
    own: 'changePassword createAccessToken disableSecondFactor enableSecondFactor endOtherSessions endSession renewRecoveryCodes revokeAccessToken startSecondFactor',
    'somewhere accounts.administer':
      'createAccounts createGrant endGrant issuePasswordSlip renameAccount resetSecondFactor setAccountDisabled',
    'somewhere organizations.manage':
      'dissolveOrganization establishOrganization joinGroup leaveGroup moveOrganization reclassifyOrganization renameOrganization',
    'somewhere organizations.reorganize':
      'addMapping addOperations changeOperation createReorganization deleteReorganization removeOperations replaceOperations updateReorganization applyReorganization assignPersons assignPersonsByRule rehearseReorganization rehearseUndo undoReorganization',
    'somewhere groups.define': 'createGroup createGroupSet',
    'somewhere documents.file': 'createDocument',
    'somewhere people.read': 'openPerson',
    'somewhere people.reveal': 'revealIdentityNumber',
    'somewhere people.record':
      'answerDataRequest carryOutDataRequest createPerson drawUpDataSheet extendDataRequest liftRestriction recordDataRequest updatePerson',
    'somewhere system.administer': 'setProcessingPurpose',
    'somewhere sources.record':
      'recordCourseCompletion recordIntroduction acceptHandover assignMentors declareNoSource declineHandover endMentorship endNoSource identifyCandidate listSympathisers markRequirement offerHandover recordReview strikeCandidates withdrawHandover',
    'somewhere dossiers.prepare':
      'addDossierPapers answerLetter correctDossierStep openDossier recordDossierStep recordSpecialApproval setRecommenders',
    'somewhere procedure.set': 'setDelegation setProcedureFrom',
    'somewhere membership.record':
      'recordAdmission recordAttributeChange recordCeremony recordDeath recordOpeningBalance recordOpeningMember recordReadmission recordRecognition recordRemoval recordRestoration recordTransfer recordTransferIn recordTransferOut',
    'somewhere membership.correct': 'correctEvent correctOpeningBalance',
    'somewhere figures.declare': 'correctDeclaredFigure declareFigure',
    'somewhere figures.read':
      'recordExport saveQuery changeQuery duplicateQuery deleteQuery freezeEvidence drawSample',
    'somewhere queries.share': 'shareQuery',
    'somewhere settings.change': 'saveStatementTemplate setRequirement setRounding',
    'somewhere rules.edit': 'setDossierForm setRule setWorkYear',
    'somewhere targets.assign':
      'setTarget createTargetPlan discardTargetPlan issueTargetPlan lockTargets removeTarget renameTargetPlan saveTargetPlan saveTargetWorksheet',
    'somewhere terms.set': 'removeTerm setTerm',
    'somewhere targets.register': 'registerTarget',
    'somewhere targets.unlock': 'unlockTargets',
    'somewhere inspection.run':
      'addInspectionSubjects closeInspectionRound createInspectionRound openPersonInRound setInspectionSubject setInspectionWorkers updateInspectionRound',
    'somewhere findings.record': 'closeFinding recheckFinding recordFinding reopenFinding withdrawFinding',
    'somewhere findings.answer': 'answerFinding',
    'somewhere courses.run': 'recordCourseResults registerInCourse setCourse takeCourseResultBack',
  },
  Organization: {
    data: 'at code holdsMembers id kind name sector tier validFrom validTo version rounding namesAbove',
    scoped:
      'ancestors cellCount childCount children documents events grantableRoles groups parent predecessors requirements statementTemplates successors terms unitCounts unitMovements versions viewerCanAssignTargets viewerCanChangeSettings viewerCanCorrectMembership viewerCanDeclareFigures viewerCanFileDocuments viewerCanManage viewerCanReadAudit viewerCanReadFigures viewerCanReadPeople viewerCanRecordMembership viewerCanRecordPeople viewerCanRecordSources viewerCanRegisterTargets viewerCanReorganize viewerCanRunCourses viewerCanSetTerms viewerCanUnlockTargets becameOf courses formedFrom lineage findings findingCounts viewerCanAnswerFindings viewerCanRecordFindings viewerCanRunInspections delegations procedureStart viewerCanDecideAdmissions viewerCanPrepareDossiers viewerCanSetProcedure viewerCanShareQueries',
    'unit figures.read':
      'bottlenecks bottleneckUnits forecast quality stageTimes balanceSheet balanceUnits childFigures comparison crossTab declaredFigures explainPercentage figures openingBalances ratio statement targets trend unitShare noSource noSourceStatements targetBoard targetCompletions targetLocks targetRegistration targetWorksheet',
    'unit people.read':
      'admissions people candidateDoubles candidates candidatesInTransit candidatesOffered dossiers dueList membersWithoutCourse',
    'unit audit.read': 'audit',
    'unit people.record': 'personLooks',
    'unit inspection.run': 'inspectionCounts inspectionRounds',
  },
  OrganizationConnection: { data: page },
  OrganizationEdge: { data: edge },
  OrganizationEvent: {
    data: 'backfilled document effectiveOn id kind note reason',
    scoped: 'reorganization',
  },
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
    own: 'accessTokens byToken grantableRoles grants id name recoveryCodesLeft secondFactor sessions stage userName viewerCanAdministerAccounts viewerCanDefineGroups viewerCanEditRules viewerCanEstablishRoots viewerCanReadAudit viewerCanReadFigures viewerCanReadPeople viewerCanReorganize',
  },
  AccessToken: { own: 'active anyOperation createdAt expiresAt grant id lastUsedAt name revokedAt' },
  NewAccessToken: { own: 'accessToken token' },
  Session: { own: 'address agent current expiresAt id seenAt startedAt' },
  SecondFactorSetup: { own: 'secret uri' },
  SignInResult: { door: 'stage' },

  Person: {
    data: 'birthDate female fullName id version',
    scoped:
      'dataRequests ethnicity events identityNumber looks note religion residence restrictedSince viewerCanEdit viewerCanRevealIdentityNumber audit candidate candidateHandovers candidateSpells coursePlaces dossiers due mentorReviews mentorships',
  },
  PersonLook: {
    data: 'actorName address at id kind reason roundTheme until',
    scoped: 'organization person',
  },
  InspectionRound: {
    data: 'actorName body closedOn document fromDay id kind looksFrom members organizations theme toDay version workers',
    scoped: 'organization subjects viewerCanChange',
  },
  InspectionRoundConnection: { data: page },
  InspectionRoundEdge: { data: edge },
  InspectionSubject: {
    data: 'concludedOn id isPerson result state version words',
    scoped: 'organization person',
  },
  InspectionWorker: { data: 'name userName' },
  InspectionTally: { data: 'concluded discipline noShortcoming shortcoming suspectedViolation violation' },
  InspectionCount: { data: 'body kind members organizations subjectTier tier' },
  Finding: {
    data: 'about closedOn document dueOn id kind madeOn mended overdue state version words',
    scoped:
      'dossier evidence inspecting organization person responsible round steps target viewerCanAnswer viewerCanClose viewerCanRecheck viewerCanReopen viewerCanWithdraw',
  },
  FindingConnection: { data: page },
  FindingEdge: { data: edge },
  FindingStep: { data: 'actorName at dueOn id kind mended onDay state words' },
  FindingCounts: { data: 'answered awaited closed overdue praise shortcomings suspectedViolations' },
  PersonLookConnection: { data: page },
  PersonLookEdge: { data: edge },
  DataRequest: {
    data: 'actorName answer answerDue answeredOn carryDue closedOn extended id kind overdue receivedOn status version words',
    scoped: 'organization person',
  },
  DataRequestConnection: { data: page },
  DataRequestEdge: { data: edge },
  DataSheet: { data: 'drawnUpAt drawnUpBy purposes requests restrictedSince', scoped: 'person' },
  ProcessingPurpose: { data: 'code id legalBasis textEn textVi validFrom validTo' },
  PersonEvent: {
    data: 'attributes backfilled correctedOn correctionReason certificateNumber courseName document id introducer kind note on outsideKind outsidePlace outcome removalReason strikeReason version',
    scoped: 'organization person toOrganization',
  },
  EventAttributes: {
    data: 'age degree ethnicity female occupation politicalTheory religion schooling sector sourceKind youthUnion',
  },
  Admission: {
    data: 'attributes backfilled courseCompletedOn id introducer on readmission',
    scoped: 'ceremonyOn decidedOn officialFrom organization person recognizedOn',
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
  Target: {
    data: 'amountMax amountMin document id indicator kind note version yearFrom yearTo backfilled base baseOn condition group rate rateMax revisions tier unitKind unitSector viewerCanChange',
  },
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
  RulePreview: { data: 'after before candidatesAffected' },
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
    data: 'appliedAt createdAt decisionNumber document effectiveOn id note operationCount signatory signedOn status targetRule title undoneAt version work',
    scoped: 'operations organization',
  },
  ReorganizationWork: { data: 'act done endedAt refusal startedAt step total' },
  ReorganizationConnection: { data: page },
  ReorganizationEdge: { data: edge },
  ReorganizationOperation: {
    data: 'code id kind name newUnit note parent position reason restToPrincipal sector successors targetRule tier unitKind units work',
  },
  ReorganizationOperationConnection: { data: page },
  ReorganizationOperationEdge: { data: edge },
  OperationSuccessor: { data: 'children extent newUnit position principal unit' },
  OperationUnit: { data: 'ref', scoped: 'organization' },
  NewUnit: { data: 'code kind name parent ref sector tier' },
  MappingLineFault: { data: 'field line refusal' },
  MappingPreview: { data: 'faults operations rows' },
  Allotment: { data: 'allotted done units' },
  AuditChange: { data: 'after before field' },
  AuditConnection: { data: 'edges pageInfo' },
  AuditEdge: { data: edge },
  AuditRecord: {
    data: 'actorKind actorName changes code hash objectId objectKind operation origin outcome recordedAt requestId sequence',
    scoped: 'organizations persons',
  },
  BoardRow: { data: 'admitted allotment completion overBy sources standing target', scoped: 'organization' },
  Candidate: {
    data: 'certificateExpiresOn certificateNumber certifiedOn course enteredOn handover id introducer listedOn mentors nextSteps note requirements reviewedOn since sourceKind stage',
    scoped: 'organization person',
  },
  CandidateConnection: { data: 'edges pageInfo stages totalCount' },
  CandidateDouble: { scoped: 'other person' },
  CandidateEdge: { data: edge },
  CandidateHandover: { data: 'answer id note offeredOn outcome settledOn version', scoped: 'from person to' },
  CandidateNextStep: { data: 'due overdue step' },
  CandidateRequirement: { data: 'metOn note requirement' },
  CandidateSpell: { data: 'from stage to', scoped: 'organization' },
  CandidateStageCount: { data: 'count stage' },
  Collision: { data: 'blocking kind names refusal' },
  Course: {
    data: 'audience document endsOn id kind name note participants passed place places sessions startsOn taken version',
    scoped: 'organization',
  },
  CoursePlace: {
    data: 'attended certificateNumber course id registeredOn result resultOn version',
    scoped: 'organization person',
  },
  Delegation: { data: 'document from id note to version' },
  Dossier: {
    data: 'backfilled ceremonyOn deadlines decidedBy decidedOn id introducer officialFrom openedOn recognizedOn since state version',
    scoped:
      'approvals decidingOrganization foreignMarriage letters nextSteps note organization paperNeeds papers person recommenders specialCases steps viewerCanDecide viewerCanPrepare',
  },
  DossierConnection: { data: 'edges pageInfo states totalCount' },
  DossierEdge: { data: edge },
  DossierDeadline: {
    data: 'about article beginsOn dueOn extended kind metOn problem regulation rule state warnFrom',
  },
  DossierNextStep: { data: 'by missing step', scoped: 'viewerCan' },
  DossierPaper: { data: 'datedOn expiresOn formCode id madeBy note receivedOn superseded title' },
  DossierPaperNeed: { data: 'formCodes paper state title' },
  DossierRecommender: { data: 'substitute togetherSince', scoped: 'person' },
  DossierSpecialCase: { data: 'approved specialCase' },
  DossierStateCount: { data: 'count state' },
  DossierStep: {
    data: 'correctedOn correctionReason daysLate document id kind late note on outcome recordedOn rules votes',
    scoped: 'decidedBy',
  },
  DossierStepRule: { data: 'article code per regulation value' },
  DossierVotes: {
    data: 'against agreed base exemptedAbsent officialMembers onRecord present temporarilyAway',
  },
  ProcedureStart: { data: 'on ownOn version' },
  SpecialApproval: { data: 'document givenBy id note on specialCase' },
  VerificationLetter: { data: 'abroad addressee answeredOn id note outcome sentOn subject' },
  BottleneckCount: { data: 'cause count' },
  BottleneckFigure: { data: 'cause cells count figure of' },
  BottleneckMap: { data: 'asOf causes units' },
  BottlenecksOfUnit: { data: 'counts', scoped: 'organization' },
  BottleneckUnit: { data: 'count', scoped: 'organization' },
  BottleneckUnitConnection: { data: page },
  BottleneckUnitEdge: { data: edge },
  Forecast: {
    data: 'asOf awaitingCeremony awaitingDecision cases done missing range stages target words wordsEn year years',
    scoped: 'basis',
  },
  ForecastRange: { data: 'least middle most' },
  ForecastStage: { data: 'admitted candidates cases stage' },
  QualityFigure: { data: 'count figure line of' },
  StageTime: { data: 'cases median parentCases parentMedian stage' },
  DueConnection: { data: 'counts edges pageInfo totalCount units' },
  DueCount: { data: 'count kind state' },
  DueEdge: { data: edge },
  DueItem: {
    data: 'about article beginsOn daysLeft dueOn extended kind problem regulation rule state warnFrom',
    scoped: 'dossier organization person',
  },
  DueOfUnit: { data: 'counts', scoped: 'organization' },
  Handwork: { data: 'assigned name operationId persons position restToPrincipal unnamed' },
  Lineage: { data: 'complete edges', scoped: 'nodes' },
  LineageEdge: { data: 'extent from kind on principal to' },
  MemberWithoutCourse: { data: 'admittedOn', scoped: 'organization person' },
  MentorReview: { data: 'id note on result', scoped: 'mentor' },
  Mentorship: { data: 'from id note to version', scoped: 'mentor' },
  NoSourceStatement: { data: 'cause document from id note to version' },
  OpenMatter: { data: 'count kind name says' },
  Rehearsal: {
    data: 'cellsAfter cellsBefore changeCount collisions faults figures handwork membersAfter membersBefore movedAlong openMatters targets treeAfter treeBefore unitsAfter unitsBefore version',
    scoped: 'changes',
  },
  RehearsalFault: { data: 'operationId position refusal' },
  RehearsedUnit: { data: 'cells change code key kind members name parentKey tier' },
  SplitPerson: { data: 'byRule successor', scoped: 'person' },
  SplitPersonConnection: { data: page },
  SplitPersonEdge: { data: edge },
  SplitWork: { data: 'assigned persons unnamed' },
  Succession: { data: 'extent kind on principal', scoped: 'organization reorganization' },
  TargetChange: { data: 'amount from kind rule to yearFrom yearTo' },
  TargetCompletion: {
    data: 'amount asOf done figure from isShare name of overBy paces parts state target to wanted wantedMost',
  },
  TargetLock: { data: 'id lockedAt lockedBy reason unlockReason unlockedAt unlockedBy year' },
  TargetPace: { data: 'gone standing whole year' },
  TargetPartFigure: { data: 'figure part persons' },
  TargetPlan: {
    data: 'createdAt createdBy document id issuedAt issuedBy name note signatory state total units version year',
  },
  TargetRegistration: { data: 'expected note recordedAt version wanted year' },
  TargetRevision: { data: 'actorName after backfilled before number reason recordedAt removed' },
  TargetStatement: { data: 'amountMax amountMin base baseOn document note rate rateMax yearFrom yearTo' },
  TargetWorksheet: {
    data: 'allotted assigned closed kind lastCompletion lastFrom lastTo left membersOn ownHere ownTarget plans rows sourcesKept treeAt unitsDone year',
  },
  UnitChange: {
    data: 'becomes cells change codeAfter codeBefore key kind members nameAfter nameBefore parentAfter parentBefore position tierAfter tierBefore',
  },
  UnitFigures: { data: 'before code key name recorded restated' },
  UnitHit: { data: 'code name until', scoped: 'now organization' },
  WorksheetRow: {
    data: 'allotment draftNotes drafts lastAdmitted lastCompletion lastExpected lastTarget members others registered registeredNote sources target yearsSinceLastAdmission',
    scoped: 'organization',
  },
  Refusal: { data: 'code en regulation vi' },

  OrganizationQueryResult: { data: `${page} asked`, scoped: 'total' },
  QueryEdge: { data: edge },
  QueryRow: { data: 'figures medianSide rank', scoped: 'organization' },
  Side: { data: 'periods', scoped: 'organization' },
  SidePeriod: { data: 'figures from to' },
  QueryTotal: { data: 'figure indicator withheld' },
  QueryEstimate: { data: 'asked cost limit' },
  PersonQueryResult: { data: page },
  QueriedPersonEdge: { data: edge },
  QueriedPerson: {
    data: 'certificateExpiresOn certifiedOn lag on recordedOn stage',
    scoped: 'organization person',
  },
  SavedQuery: {
    data: 'about body id name own ownerLeft ownerName sharedEverywhere sharedRole updatedAt version',
    scoped: 'sharedOrganization',
  },
  Evidence: {
    data: 'about actorName asOf body checksum id note recordedAt totalCount totals',
    scoped: 'rows samples unaltered',
  },
  EvidenceConnection: { data: page },
  EvidenceEdge: { data: edge },
  EvidenceFigure: { data: 'denominator indicator numerator text' },
  EvidenceTotal: { data: 'figure indicator withheld' },
  EvidenceFact: { data: 'name value' },
  EvidenceContent: { data: 'code facts figures name' },
  EvidenceRow: { data: 'content position', scoped: 'organization person' },
  EvidenceRowConnection: { data: page },
  EvidenceRowEdge: { data: edge },
  EvidenceSample: {
    data: 'actorName checksum drawn id percent recordedAt seed size',
    scoped: 'rows',
  },
  EvidenceRerun: { data: 'added changed differences gone unchanged' },
  EvidenceDifference: { data: 'before kind now', scoped: 'organization' },
}

/** The rules of a field, one if all is well. */
export function rulesOf(type: string, field: string): FieldRule[] {
  const rows = Object.entries(FIELD_RULES[type] ?? {}) as Array<[FieldRule, string]>
  return rows.flatMap(([rule, names]) => (names.split(' ').includes(field) ? [rule] : []))
}
