import { CreateOrganizations1763700000001 } from './01-create-organizations.js'
import { CreateDocuments1763700000002 } from './02-create-documents.js'
import { CreateGroups1763700000003 } from './03-create-groups.js'
import { CreatePeople1763700000004 } from './04-create-people.js'
import { CreateMembership1763700000005 } from './05-create-membership.js'
import { CreateLedger1763700000006 } from './06-create-ledger.js'
import { CreateTargets1763700000007 } from './07-create-targets.js'
import { CreateImportBatches1763700000008 } from './08-create-import-batches.js'
import { CreateInstallation1763700000009 } from './09-create-installation.js'
import { SeedLists1763700000010 } from './10-seed-lists.js'
import { AddProfiles1763700000011 } from './11-add-profiles.js'
import { CreateTerms1763700000012 } from './12-create-terms.js'
import { CreateDeclaredFigures1763700000013 } from './13-create-declared-figures.js'
import { CreateStatementTemplates1763700000015 } from './15-create-statement-templates.js'
import { AddDissolveReason1763700000016 } from './16-add-dissolve-reason.js'
import { CreateStamps1763700000017 } from './17-create-stamps.js'
import { CreateReorganizations1763700000020 } from './20-create-reorganizations.js'
import { AddOutsideTier1763700000021 } from './21-add-outside-tier.js'
import { CreateSuccession1763700000022 } from './22-create-succession.js'
import { WidenTargets1763700000025 } from './25-widen-targets.js'
import { CreateTargetRevisions1763700000026 } from './26-create-target-revisions.js'
import { CreateTargetLocks1763700000027 } from './27-create-target-locks.js'
import { CreateTargetPlans1763700000028 } from './28-create-target-plans.js'
import { AddTargetsStatement1763700000029 } from './29-add-targets-statement.js'
import { CreateAccounts1763700000030 } from './30-create-accounts.js'
import { KeepPeopleInScope1763700000031 } from './31-keep-people-in-scope.js'
import { CreatePersonLooks1763700000040 } from './40-create-person-looks.js'
import { CreateDataRequests1763700000041 } from './41-create-data-requests.js'
import { CreateProcessingPurposes1763700000042 } from './42-create-processing-purposes.js'
import { CreateRules1763700000045 } from './45-create-rules.js'
import { SeedRules1763700000046 } from './46-seed-rules.js'
import { AddCandidates1763700000047 } from './47-add-candidates.js'
import { CreateAuditLog1763700000037 } from './37-create-audit-log.js'
import { GuardAuditLog1763700000038 } from './38-guard-audit-log.js'
import { CreateSources1763700000048 } from './48-create-sources.js'
import { CreateCourses1763700000049 } from './49-create-courses.js'
import { AddDossierStages1763700000060 } from './60-add-dossier-stages.js'
import { CreateDossiers1763700000061 } from './61-create-dossiers.js'
import { SeedDossierWarnings1763700000062 } from './62-seed-dossier-warnings.js'
import { CreateSavedQueries1763700000070 } from './70-create-saved-queries.js'
import { CreateEvidence1763700000071 } from './71-create-evidence.js'
import { GuardEvidence1763700000072 } from './72-guard-evidence.js'
import { CreateInspectionRounds1763700000075 } from './75-create-inspection-rounds.js'
import { CreateFindings1763700000076 } from './76-create-findings.js'
import { NameTheRoundOfALook1763700000077 } from './77-name-the-round-of-a-look.js'
import { SeedDueNumbers1763700000086 } from './86-seed-due-numbers.js'
import { LinkFindings1763700000078 } from './78-link-findings.js'

/** Every migration, in order. */
export const migrations = [
  CreateOrganizations1763700000001,
  CreateDocuments1763700000002,
  CreateGroups1763700000003,
  CreatePeople1763700000004,
  CreateMembership1763700000005,
  CreateLedger1763700000006,
  CreateTargets1763700000007,
  CreateImportBatches1763700000008,
  CreateInstallation1763700000009,
  SeedLists1763700000010,
  AddProfiles1763700000011,
  CreateTerms1763700000012,
  CreateDeclaredFigures1763700000013,
  CreateStatementTemplates1763700000015,
  AddDissolveReason1763700000016,
  CreateStamps1763700000017,
  CreateReorganizations1763700000020,
  AddOutsideTier1763700000021,
  CreateSuccession1763700000022,
  WidenTargets1763700000025,
  CreateTargetRevisions1763700000026,
  CreateTargetLocks1763700000027,
  CreateTargetPlans1763700000028,
  AddTargetsStatement1763700000029,
  CreateAccounts1763700000030,
  KeepPeopleInScope1763700000031,
  CreateAuditLog1763700000037,
  GuardAuditLog1763700000038,
  CreatePersonLooks1763700000040,
  CreateDataRequests1763700000041,
  CreateProcessingPurposes1763700000042,
  CreateRules1763700000045,
  SeedRules1763700000046,
  AddCandidates1763700000047,
  CreateSources1763700000048,
  CreateCourses1763700000049,
  AddDossierStages1763700000060,
  CreateDossiers1763700000061,
  SeedDossierWarnings1763700000062,
  CreateSavedQueries1763700000070,
  CreateEvidence1763700000071,
  GuardEvidence1763700000072,
  CreateInspectionRounds1763700000075,
  CreateFindings1763700000076,
  NameTheRoundOfALook1763700000077,
  LinkFindings1763700000078,
  SeedDueNumbers1763700000086,
]
