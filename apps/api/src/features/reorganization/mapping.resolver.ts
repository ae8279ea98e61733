import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { toRefusal } from '../../graphql/refusal.js'
import { addMapping, previewMapping } from './mapping.service.js'
import { MappingPreview } from './mapping.type.js'
import { MappingInput } from './plan.input.js'
import { Reorganization } from './plan.type.js'
import { toOperation, toReorganization } from './plan.view.js'

@Resolver()
export class MappingResolver {
  @Query(() => MappingPreview, {
    description: 'What a mapping table (old code → new code → whole or part) would add to a reorganization.',
  })
  async mappingPreview(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The reorganization.' }) id: string,
    @Arg('input', () => MappingInput) input: MappingInput,
  ): Promise<MappingPreview> {
    const { plan, reading } = await previewMapping(ctx, id, input)
    return {
      rows: reading.rows,
      operations: reading.bodies.map((body, index) =>
        toOperation({ id: 0, uid: '', position: index + 1, body }, plan),
      ),
      faults: reading.faults.map(({ line, field, reason }) => ({
        line,
        field,
        refusal: toRefusal('INVALID_INPUT', reason),
      })),
    }
  }

  @Mutation(() => Reorganization, {
    description:
      'Appends the operations of a mapping table to a draft: all of them, or none when a line is wrong.',
  })
  async addMapping(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The reorganization.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the reorganization.' }) version: number,
    @Arg('input', () => MappingInput) input: MappingInput,
  ): Promise<Reorganization> {
    return toReorganization(await addMapping(ctx, id, version, input))
  }
}
