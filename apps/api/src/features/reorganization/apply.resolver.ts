import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Refusal, toRefusal } from '../../graphql/refusal.js'
import { applyReorganization } from './apply.service.js'
import { Reorganization } from './plan.type.js'
import { toReorganization } from './plan.view.js'
import { rehearseReorganization } from './rehearsal.service.js'
import { Rehearsal } from './rehearsal.type.js'
import { undoObstacles, undoReorganization } from './undo.service.js'

@Resolver()
export class ApplyResolver {
  @Mutation(() => Reorganization, {
    description:
      'Applies a draft in one unit of work, before, on or after its day. A refusal names the operation: extensions.operation.',
  })
  async applyReorganization(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<Reorganization> {
    return toReorganization(await applyReorganization(ctx, id, version))
  }

  @Mutation(() => Reorganization, {
    description:
      'Takes an applied reorganization back. Refused while something recorded later rests on it: extensions.obstacles.',
  })
  async undoReorganization(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<Reorganization> {
    return toReorganization(await undoReorganization(ctx, id, version))
  }

  @Mutation(() => Rehearsal, {
    description: 'What applying a draft would do, and everything that stands in its way; nothing is written.',
  })
  rehearseReorganization(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Rehearsal> {
    return rehearseReorganization(ctx, id)
  }

  @Mutation(() => [Refusal], {
    description: 'What keeps an applied reorganization from being undone now; nothing is written.',
  })
  async rehearseUndo(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Refusal[]> {
    return (await undoObstacles(ctx, id)).map((why) => toRefusal('CONFLICT', why))
  }
}
