import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadFile } from '../dossiers/dossier-file.service.js'
import { Dossier } from '../dossiers/dossier.type.js'
import { toDossier } from '../dossiers/dossier.view.js'
import { Organization } from '../organizations/organization.type.js'
import { refuseClosed } from '../people/look.service.js'
import { Person } from '../people/person.type.js'
import { loadPersonOrNull } from '../people/person.view.js'
import { unitNear } from '../sources/source.view.js'
import { DUE_CURSOR, dueListOf, dueOf } from './due.service.js'
import { DueConnection, DueFilterInput, DueItem } from './due.type.js'
import { toDueItem, toDueUnits } from './due.view.js'

@Resolver(() => Organization)
export class OrganizationDueResolver {
  @FieldResolver(() => DueConnection, {
    description: 'What is to be done in the unit and all below it, as it stands on its day, earliest first.',
  })
  async dueList(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => DueFilterInput, { nullable: true }) filter?: DueFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<DueConnection> {
    const { edges, units, ...page } = await dueListOf(
      ctx,
      unit,
      filter ?? {},
      pageArgs(first, after, DUE_CURSOR),
    )
    return {
      ...page,
      edges: edges.map(({ cursor, node }) => ({ cursor, node: toDueItem(node, unit.at) })),
      units: await toDueUnits(ctx, units, unit.at),
    }
  }
}

@Resolver(() => Person)
export class PersonDueResolver {
  @FieldResolver(() => [DueItem], {
    description: 'What is to be done today, earliest first, what is not warned of yet included.',
  })
  async due(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<DueItem[]> {
    await refuseClosed(ctx, person.key)
    return (await dueOf(ctx, person.key)).map((item) => toDueItem(item, today(ctx)))
  }
}

@Resolver(() => DueItem)
export class DueItemResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Null where the viewer may not know of them.' })
  person(@Root() { item }: DueItem, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return loadPersonOrNull(ctx, item.person)
  }

  @FieldResolver(() => Organization, {
    description: 'The cell; for a hand-over the unit that is to answer.',
  })
  organization(@Root() { item, asOf }: DueItem, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, item.organization, asOf)
  }

  @FieldResolver(() => Dossier, { nullable: true })
  async dossier(@Root() { item }: DueItem, @Ctx() ctx: RequestContext): Promise<Dossier | null> {
    return item.dossier === null ? null : toDossier(await loadFile(ctx, item.dossier))
  }
}
