import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { refusalOf } from '../../graphql/refusal.js'
import { DateScalar } from '../../graphql/scalars.js'
import { may } from '../../policy/may.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { loadNearest } from '../organizations/organization.service.js'
import { refuseClosed } from '../people/look.service.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { unitNear } from '../sources/source.view.js'
import { deadlinesOf } from './deadline.service.js'
import { requireFile } from './dossier-file.service.js'
import {
  Dossier,
  DossierDeadline,
  DossierNextStep,
  DossierPaper,
  DossierPaperNeed,
  DossierRecommender,
  DossierSpecialCase,
  DossierStep,
  DossierStepRule,
  SpecialApproval,
  VerificationLetter,
} from './dossier.type.js'
import { toApproval, toDeadline, toDossier, toLetter, toStep } from './dossier.view.js'
import { decidingOf, loadStepRules, mayTake, officialFrom, specialCasesOn } from './dossier-facts.service.js'
import { nextStepsOf } from './next-step.service.js'
import { paperNeeds, paperStates, type PaperState } from './paper-state.service.js'

const toPaper = ({ row, title, expiresOn, superseded }: PaperState): DossierPaper => ({
  ...{ id: row.uid, formCode: row.form, title, datedOn: row.dated, receivedOn: row.receivedOn },
  ...{ madeBy: row.madeBy, note: row.note, expiresOn, superseded },
})

@Resolver(() => Dossier)
export class DossierResolver {
  @Query(() => Dossier, {
    description:
      'FORBIDDEN with reason LOOK_NEEDED for who does not keep the person, until openPerson was asked.',
  })
  async dossier(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Dossier> {
    const file = await requireFile(ctx, id)
    await refuseClosed(ctx, file.person.id)
    return toDossier(file)
  }

  @FieldResolver(() => Person)
  person(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, file.person.id)
  }

  @FieldResolver(() => Organization, { description: 'The cell in which the dossier is.' })
  organization(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, file.organization, today(ctx))
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day on which the probation ends: official from then, however late the decision.',
  })
  officialFrom(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return officialFrom(ctx, file)
  }

  @FieldResolver(() => Boolean, { description: 'Stated at the opening.' })
  async foreignMarriage(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<boolean> {
    await refuseClosed(ctx, file.person.id)
    return file.foreignMarriage
  }

  @FieldResolver(() => String, { nullable: true, description: 'Organization that introduces with a member.' })
  introducer(@Root() { file }: Dossier): string | null {
    return file.introducer
  }

  @FieldResolver(() => String, { nullable: true })
  async note(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, file.person.id)
    return file.note
  }

  @FieldResolver(() => [DossierStep], { description: 'In the order of their days, corrected ones included.' })
  async steps(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<DossierStep[]> {
    await refuseClosed(ctx, file.person.id)
    return file.steps.map(toStep)
  }

  @FieldResolver(() => [DossierPaper], { description: 'In the order in which they were recorded.' })
  async papers(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<DossierPaper[]> {
    await refuseClosed(ctx, file.person.id)
    return (await paperStates(ctx, file)).map(toPaper)
  }

  @FieldResolver(() => [DossierPaperNeed], { description: 'What the vote that is ahead asks for on a day.' })
  async paperNeeds(
    @Root() { file }: Dossier,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<DossierPaperNeed[]> {
    await refuseClosed(ctx, file.person.id)
    const needs = await paperNeeds(ctx, file, on ?? today(ctx))
    return needs.map(({ paper, ...rest }) => ({ ...rest, paper: paper && toPaper(paper) }))
  }

  @FieldResolver(() => [VerificationLetter])
  async letters(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<VerificationLetter[]> {
    await refuseClosed(ctx, file.person.id)
    return file.letters.map(toLetter)
  }

  @FieldResolver(() => [DossierRecommender])
  async recommenders(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<DossierRecommender[]> {
    await refuseClosed(ctx, file.person.id)
    return file.recommenders.map(({ person, togetherSince, substitute }) => ({
      ...{ personKey: person, togetherSince, substitute },
    }))
  }

  @FieldResolver(() => [SpecialApproval])
  async approvals(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<SpecialApproval[]> {
    await refuseClosed(ctx, file.person.id)
    return file.approvals.map(toApproval)
  }

  @FieldResolver(() => [DossierSpecialCase], { description: 'What needs an approval before the decision.' })
  async specialCases(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<DossierSpecialCase[]> {
    await refuseClosed(ctx, file.person.id)
    return specialCasesOn(ctx, file, today(ctx))
  }

  @FieldResolver(() => [DossierDeadline], { description: 'As they stand on a day, default today.' })
  async deadlines(
    @Root() { file }: Dossier,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<DossierDeadline[]> {
    return (await deadlinesOf(ctx, file, on ?? today(ctx))).map(toDeadline)
  }

  @FieldResolver(() => [DossierNextStep], {
    description: 'What the procedure allows next, on a day, default today.',
  })
  async nextSteps(
    @Root() { file }: Dossier,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<DossierNextStep[]> {
    await refuseClosed(ctx, file.person.id)
    const steps = await nextStepsOf(ctx, file, on ?? today(ctx))
    return Promise.all(
      steps.map(async ({ kind, by, missing }) => ({
        ...{ byKey: by.id, step: kind, by: by.name, missing: missing.map(refusalOf) },
        viewerCan: await mayTake(ctx, kind, by.id),
      })),
    )
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The committee with the power to decide, on a day.',
  })
  async decidedBy(
    @Root() { file }: Dossier,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<string | null> {
    return (await decidingOf(ctx, file, on ?? today(ctx)))?.name ?? null
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The same, where the viewer may see it.',
  })
  async decidingOrganization(
    @Root() { file }: Dossier,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<Organization | null> {
    const unit = await decidingOf(ctx, file, on ?? today(ctx))
    const row = unit && (await loadNearest(ctx, unit.id, on ?? today(ctx)))
    return row ? toOrganization(row) : null
  }

  @FieldResolver(() => Boolean)
  viewerCanPrepare(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'dossiers.prepare', file.organization)
  }

  @FieldResolver(() => Boolean, { description: 'At the committee with the power to decide.' })
  async viewerCanDecide(@Root() { file }: Dossier, @Ctx() ctx: RequestContext): Promise<boolean> {
    const unit = await decidingOf(ctx, file, today(ctx))
    return unit !== null && may(ctx, 'dossiers.decide', unit.id)
  }
}

@Resolver(() => DossierStep)
export class DossierStepResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The unit whose body took it.' })
  async decidedBy(@Root() { row }: DossierStep, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    const unit = row.decidedBy === null ? null : await loadNearest(ctx, row.decidedBy, row.date)
    return unit ? toOrganization(unit) : null
  }

  @FieldResolver(() => [DossierStepRule], { description: 'By which it was judged.' })
  rules(@Root() { row }: DossierStep, @Ctx() ctx: RequestContext): Promise<DossierStepRule[]> {
    return loadStepRules(ctx, row.id)
  }

  @FieldResolver(() => Document, { nullable: true })
  document(@Root() { row }: DossierStep, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, row.document)
  }
}

@Resolver(() => DossierRecommender)
export class DossierRecommenderResolver {
  @FieldResolver(() => Person)
  person(@Root() one: DossierRecommender, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, one.personKey)
  }
}

@Resolver(() => SpecialApproval)
export class SpecialApprovalResolver {
  @FieldResolver(() => Document, { nullable: true })
  document(@Root() one: SpecialApproval, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, one.documentKey)
  }
}
