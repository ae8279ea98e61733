import 'reflect-metadata'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { AccessTokenResolver, AccountResolver, GrantResolver } from './features/accounts/account.resolver.js'
import { OrganizationViewerResolver } from './features/accounts/organization-viewer.resolver.js'
import { SignInResolver } from './features/accounts/sign-in.resolver.js'
import { ViewerResolver } from './features/accounts/viewer.resolver.js'
import { recordMutations } from './audit/mutations.js'
import {
  AuditRecordResolver,
  OrganizationAuditResolver,
  PersonAuditResolver,
} from './features/audit/audit.resolver.js'
import {
  BalanceSheetResolver,
  OrganizationBalanceResolver,
} from './features/balance-sheet/balance-sheet.resolver.js'
import {
  DeclaredFigureResolver,
  OrganizationDeclaredResolver,
} from './features/declared/declared-figure.resolver.js'
import { ComparisonResolver } from './features/comparison/comparison.resolver.js'
import { OrganizationCompletionResolver } from './features/completion/completion.resolver.js'
import { TargetSettingResolver } from './features/completion/target-setting.resolver.js'
import { CompositionResolver, CountedPersonResolver } from './features/composition/composition.resolver.js'
import { FiguresResolver } from './features/figures/figures.resolver.js'
import {
  GroupResolver,
  GroupSetResolver,
  OrganizationGroupsResolver,
} from './features/groups/group.resolver.js'
import { InstallationResolver } from './features/installation/installation.resolver.js'
import {
  AdmissionResolver,
  OpeningBalanceResolver,
  OrganizationMembershipResolver,
  PersonEventResolver,
  PersonEventsResolver,
} from './features/membership/membership.resolver.js'
import { RecordEventResolver } from './features/membership/record-event.resolver.js'
import {
  OrganizationEventResolver,
  OrganizationVersionResolver,
  RoundingResolver,
} from './features/organizations/organization-parts.resolver.js'
import { LineageResolver } from './features/organizations/lineage.resolver.js'
import {
  EvidenceDifferenceResolver,
  EvidenceResolver,
  EvidenceRowResolver,
  EvidenceSampleResolver,
} from './features/inspection/evidence.resolver.js'
import { QueriedPersonResolver } from './features/inspection/person.resolver.js'
import { QueryResolver } from './features/inspection/query.resolver.js'
import { SavedQueryResolver } from './features/inspection/saved-query.resolver.js'
import { OrganizationResolver } from './features/organizations/organization.resolver.js'
import { GuardedFieldsResolver } from './features/people/guarded-fields.resolver.js'
import {
  OrganizationLooksResolver,
  PersonAccessResolver,
  PersonLookResolver,
} from './features/people/look.resolver.js'
import { DataRequestResolver } from './features/personal-data/data-request.resolver.js'
import {
  DataSheetResolver,
  PersonDataResolver,
  ProcessingPurposeResolver,
} from './features/personal-data/personal-data.resolver.js'
import { PersonResolver } from './features/people/person.resolver.js'
import { ApplyResolver } from './features/reorganization/apply.resolver.js'
import {
  EventReorganizationResolver,
  SuccessionReorganizationResolver,
} from './features/reorganization/belongs.resolver.js'
import { MappingResolver } from './features/reorganization/mapping.resolver.js'
import { OperationResolver } from './features/reorganization/operation.resolver.js'
import { PlanResolver } from './features/reorganization/plan.resolver.js'
import { WorkListResolver } from './features/reorganization/work-list.resolver.js'
import { ReorganizationResolver } from './features/reorganization/reorganization.resolver.js'
import {
  OrganizationRequirementsResolver,
  RequirementResolver,
} from './features/rules/requirement.resolver.js'
import { RuleResolver } from './features/rules/rule.resolver.js'
import {
  OrganizationStatementResolver,
  StatementTemplateResolver,
} from './features/statement/statement.resolver.js'
import { enforceFieldRules } from './policy/enforce.js'
import {
  OrganizationTargetsResolver,
  TargetResolver,
  TargetStatementResolver,
} from './features/targets/target.resolver.js'
import { OrganizationTermsResolver, TermResolver } from './features/terms/term.resolver.js'
import {
  OrganizationUnitCountsResolver,
  UnitMovementResolver,
  UnitShareResolver,
} from './features/unit-counts/unit-counts.resolver.js'
import { TargetPlanResolver } from './features/worksheet/plan.resolver.js'
import { OrganizationWorksheetResolver, WorksheetResolver } from './features/worksheet/worksheet.resolver.js'

import { WorkingDayResolver } from './features/working-days/working-day.resolver.js'

import {
  CandidateCourseResolver,
  CoursePlaceResolver,
  CourseResolver,
  MemberWithoutCourseResolver,
  OrganizationCoursesResolver,
  PersonCoursesResolver,
} from './features/courses/course.resolver.js'
import { RuleEffectResolver } from './features/sources/rule-effect.resolver.js'
import { CandidateResolver, OrganizationCandidatesResolver } from './features/sources/candidate.resolver.js'
import {
  CandidateHandoverResolver,
  CandidateSpellResolver,
  MentorReviewResolver,
  MentorshipResolver,
  NoSourceStatementResolver,
  OrganizationSourcesResolver,
  PersonSourcesResolver,
} from './features/sources/source-parts.resolver.js'
import { SourceStepsResolver } from './features/sources/source-steps.resolver.js'
import {
  DossierRecommenderResolver,
  DossierResolver,
  DossierStepResolver,
  SpecialApprovalResolver,
} from './features/dossiers/dossier.resolver.js'
import { DossierStepsResolver } from './features/dossiers/dossier-steps.resolver.js'
import {
  DelegationResolver,
  OrganizationDossiersResolver,
  PersonDossiersResolver,
} from './features/dossiers/organization-dossiers.resolver.js'
import { OrganizationBottlenecksResolver } from './features/bottlenecks/bottleneck.resolver.js'
import { ForecastResolver, OrganizationForecastResolver } from './features/forecast/forecast.resolver.js'
import { OrganizationQualityResolver } from './features/quality/quality.resolver.js'
import { DueItemResolver, OrganizationDueResolver, PersonDueResolver } from './features/due/due.resolver.js'

import { InspectionRoundResolver, OrganizationRoundsResolver } from './features/rounds/round.resolver.js'
import { InspectionSubjectResolver, LookRoundResolver } from './features/rounds/subject.resolver.js'
import { FindingResolver, OrganizationFindingsResolver } from './features/findings/finding.resolver.js'
import { FindingStepsResolver } from './features/findings/finding-steps.resolver.js'

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what type-graphql calls a class
type Resolver = Function

/** The table of contents of the API. */
export const resolvers: Resolver[] = [
  InstallationResolver,
  SignInResolver,
  ViewerResolver,
  AccountResolver,
  GrantResolver,
  AccessTokenResolver,
  OrganizationViewerResolver,
  OrganizationResolver,
  OrganizationVersionResolver,
  OrganizationEventResolver,
  LineageResolver,
  RoundingResolver,
  PersonResolver,
  GuardedFieldsResolver,
  PersonAccessResolver,
  PersonLookResolver,
  OrganizationLooksResolver,
  PersonDataResolver,
  DataRequestResolver,
  DataSheetResolver,
  ProcessingPurposeResolver,
  PersonEventsResolver,
  PersonEventResolver,
  RecordEventResolver,
  OrganizationMembershipResolver,
  AdmissionResolver,
  OpeningBalanceResolver,
  OrganizationTargetsResolver,
  TargetResolver,
  TargetStatementResolver,
  TargetSettingResolver,
  OrganizationTermsResolver,
  TermResolver,
  CompositionResolver,
  CountedPersonResolver,
  GroupSetResolver,
  GroupResolver,
  OrganizationGroupsResolver,
  FiguresResolver,
  ComparisonResolver,
  OrganizationDeclaredResolver,
  DeclaredFigureResolver,
  OrganizationStatementResolver,
  StatementTemplateResolver,
  AuditRecordResolver,
  OrganizationAuditResolver,
  PersonAuditResolver,
  OrganizationBalanceResolver,
  BalanceSheetResolver,
  OrganizationUnitCountsResolver,
  UnitMovementResolver,
  UnitShareResolver,
  OrganizationCompletionResolver,
  OrganizationWorksheetResolver,
  WorksheetResolver,
  TargetPlanResolver,
  ReorganizationResolver,
  PlanResolver,
  OperationResolver,
  MappingResolver,
  RuleResolver,
  OrganizationRequirementsResolver,
  RequirementResolver,
  WorkingDayResolver,
  ApplyResolver,
  WorkListResolver,
  EventReorganizationResolver,
  SuccessionReorganizationResolver,
  OrganizationCandidatesResolver,
  CandidateResolver,
  PersonSourcesResolver,
  OrganizationSourcesResolver,
  CandidateSpellResolver,
  MentorshipResolver,
  MentorReviewResolver,
  CandidateHandoverResolver,
  NoSourceStatementResolver,
  SourceStepsResolver,
  RuleEffectResolver,
  OrganizationCoursesResolver,
  CourseResolver,
  CoursePlaceResolver,
  MemberWithoutCourseResolver,
  CandidateCourseResolver,
  PersonCoursesResolver,
  QueryResolver,
  InspectionRoundResolver,
  OrganizationRoundsResolver,
  InspectionSubjectResolver,
  LookRoundResolver,
  FindingResolver,
  OrganizationFindingsResolver,
  FindingStepsResolver,
  DossierResolver,
  DossierStepResolver,
  DossierRecommenderResolver,
  SpecialApprovalResolver,
  DossierStepsResolver,
  PersonDossiersResolver,
  OrganizationDossiersResolver,
  DelegationResolver,
  OrganizationDueResolver,
  PersonDueResolver,
  DueItemResolver,
  QueriedPersonResolver,
  SavedQueryResolver,
  EvidenceResolver,
  EvidenceSampleResolver,
  EvidenceRowResolver,
  EvidenceDifferenceResolver,
  OrganizationBottlenecksResolver,
  OrganizationQualityResolver,
  OrganizationForecastResolver,
  ForecastResolver,
]

/**
 * The schema from the resolvers. Inputs are checked by the decorators of their classes: a field without one, or an
 * input class without any, is refused, so that nothing comes in unchecked. Before each field stands its rule of
 * policy/fields.ts, and every mutation goes on record, refused ones too.
 */
export async function buildApiSchema(from: readonly Resolver[] = resolvers): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: from as unknown as NonEmptyArray<Resolver>,
    validate: { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true },
  })
  return recordMutations(enforceFieldRules(schema))
}

/** The contract as it is committed in schema.graphql: sorted, so that it changes only where the API does. */
export function printContract(schema: GraphQLSchema): string {
  return `# Printed from the resolvers; a test fails when it is stale.\n\n${printSchema(lexicographicSortSchema(schema))}\n`
}
