import type { EntitySchema } from 'typeorm'
import {
  AccessTokenTable,
  AccountGrantTable,
  AccountSecretTable,
  AccountTable,
  RecoveryCodeTable,
  SessionTable,
  SignInThrottleTable,
} from '../features/accounts/account.entity.js'
import { AuditHeadTable, AuditRecordTable, AuditSubjectTable } from '../audit/audit.entity.js'
import { CoursePlaceTable, CourseTable } from '../features/courses/course.entity.js'
import {
  EvidenceRootTable,
  EvidenceRowTable,
  EvidenceSampleTable,
  EvidenceTable,
  SavedQueryTable,
} from '../features/inspection/inspection.entity.js'
import { DeclaredFigureTable } from '../features/declared/declared-figure.entity.js'
import {
  DelegationTable,
  DossierPaperTable,
  DossierRecommenderTable,
  DossierStepRuleTable,
  DossierStepTable,
  DossierTable,
  SpecialApprovalTable,
  VerificationLetterTable,
} from '../features/dossiers/dossier.entity.js'
import { DocumentTable } from '../features/documents/document.entity.js'
import { ImportBatchTable } from '../features/exchange/import-batch.entity.js'
import {
  GroupMembershipTable,
  GroupSetTable,
  OrganizationGroupTable,
} from '../features/groups/group.entity.js'
import { InstallationSettingTable } from '../features/installation/installation.entity.js'
import {
  AdmissionDayTable,
  LedgerBalanceTable,
  LedgerEntryTable,
  LedgerProfileBalanceTable,
  LedgerYearTable,
  ProfileTable,
} from '../features/ledger/ledger.entity.js'
import {
  CandidateSpellTable,
  DossierSpellTable,
  OpeningBalanceTable,
  PersonEventTable,
  ProcedureStartTable,
  RehomedEventTable,
} from '../features/membership/membership.entity.js'
import {
  OrganizationEventTable,
  OrganizationKindTable,
  OrganizationLineageTable,
  OrganizationPathTable,
  OrganizationShareTable,
  OrganizationTable,
  OrganizationVersionTable,
  SectorTable,
  TierPlacementTable,
  TierTable,
  WriteLockTable,
} from '../features/organizations/organization.entity.js'
import { PersonLookTable } from '../features/people/look.entity.js'
import { DataRequestTable, PersonRestrictionTable } from '../features/personal-data/data-request.entity.js'
import { ProcessingPurposeTable } from '../features/personal-data/purpose.entity.js'
import { PersonTable } from '../features/people/person.entity.js'
import {
  ReorganizationEffectTable,
  ReorganizationOperationTable,
  ReorganizationShareTable,
  ReorganizationTable,
} from '../features/reorganization/plan.entity.js'
import { DossierFormTable, RequirementTable, RuleVersionTable } from '../features/rules/rule.entity.js'
import {
  CandidateHandoverTable,
  MentorReviewTable,
  MentorshipTable,
  NoSourceTable,
  RequirementMetTable,
} from '../features/sources/source.entity.js'
import { StatementTemplateTable } from '../features/statement/statement-template.entity.js'
import {
  TargetLockTable,
  TargetRegistrationTable,
  TargetRevisionTable,
  TargetTable,
} from '../features/targets/target.entity.js'
import { TermTable } from '../features/terms/term.entity.js'
import { SpecialDayTable, WorkYearTable } from '../features/working-days/working-day.entity.js'
import { TargetPlanLineTable, TargetPlanTable } from '../features/worksheet/worksheet.entity.js'
import { StampTable } from './stamp.entity.js'
import { FindingStepTable, FindingTable } from '../features/findings/finding.entity.js'
import {
  InspectionRoundTable,
  InspectionSubjectTable,
  InspectionWorkerTable,
} from '../features/rounds/round.entity.js'

/** Every table of the database. */
export const entities: EntitySchema[] = [
  InstallationSettingTable,
  TierTable,
  TierPlacementTable,
  OrganizationKindTable,
  SectorTable,
  WriteLockTable,
  StampTable,
  OrganizationTable,
  OrganizationVersionTable,
  OrganizationEventTable,
  OrganizationLineageTable,
  OrganizationPathTable,
  OrganizationShareTable,
  DocumentTable,
  GroupSetTable,
  OrganizationGroupTable,
  GroupMembershipTable,
  PersonTable,
  PersonLookTable,
  DataRequestTable,
  PersonRestrictionTable,
  ProcessingPurposeTable,
  PersonEventTable,
  OpeningBalanceTable,
  RehomedEventTable,
  LedgerEntryTable,
  LedgerBalanceTable,
  LedgerProfileBalanceTable,
  ProfileTable,
  LedgerYearTable,
  AdmissionDayTable,
  TargetTable,
  TargetRevisionTable,
  TargetLockTable,
  TargetPlanTable,
  TargetPlanLineTable,
  TargetRegistrationTable,
  TermTable,
  DeclaredFigureTable,
  StatementTemplateTable,
  ImportBatchTable,
  ReorganizationTable,
  ReorganizationOperationTable,
  ReorganizationShareTable,
  ReorganizationEffectTable,
  AccountTable,
  AccountSecretTable,
  RecoveryCodeTable,
  AccountGrantTable,
  SessionTable,
  AccessTokenTable,
  SignInThrottleTable,
  CandidateSpellTable,
  MentorshipTable,
  MentorReviewTable,
  CandidateHandoverTable,
  NoSourceTable,
  RequirementMetTable,
  CourseTable,
  CoursePlaceTable,
  DossierSpellTable,
  ProcedureStartTable,
  DossierTable,
  DossierStepTable,
  DossierStepRuleTable,
  DossierPaperTable,
  VerificationLetterTable,
  DossierRecommenderTable,
  SpecialApprovalTable,
  DelegationTable,
  SavedQueryTable,
  EvidenceTable,
  EvidenceRootTable,
  EvidenceRowTable,
  EvidenceSampleTable,
  RuleVersionTable,
  DossierFormTable,
  RequirementTable,
  WorkYearTable,
  SpecialDayTable,
  AuditRecordTable,
  AuditSubjectTable,
  AuditHeadTable,
  InspectionRoundTable,
  InspectionSubjectTable,
  InspectionWorkerTable,
  FindingTable,
  FindingStepTable,
]
