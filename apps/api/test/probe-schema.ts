import { IsInt, MaxLength, Min } from 'class-validator'
import {
  Arg,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { connection, connectionOf, pageArgs } from '../src/graphql/pagination.js'
import { DateScalar } from '../src/graphql/scalars.js'
import { conflict, notFound } from '../src/errors/errors.js'
import { buildApiSchema } from '../src/schema.js'

/** A small API that fails in every way there is, for the tests of the infrastructure. */

@ObjectType()
class Probe {
  @Field(() => ID)
  id: string
}

@ObjectType()
class ProbeConnection extends connectionOf('ProbeEdge', () => Probe) {}

@InputType()
class ProbeInput {
  @Field(() => String)
  @MaxLength(5)
  name: string

  @Field(() => Int, { nullable: true })
  @IsInt()
  @Min(1)
  amount?: number

  @Field(() => DateScalar, { nullable: true })
  @MaxLength(10)
  on?: string
}

/** An error as a driver throws it. */
function driverError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 10.0.0.7:3306`), { code })
}

/** 500 probes, by number. */
function probePage(first?: number, after?: string): ProbeConnection {
  const page = pageArgs(first, after, ['number'])
  const start = (page.after?.[0] ?? 0) + 1
  const rows = Array.from({ length: Math.min(page.limit + 1, 501 - start) }, (_, i) => ({
    id: String(start + i),
  }))
  return connection(rows, page.limit, (row) => [Number(row.id)], 500)
}

/** How often each resolver ran. */
export const runs = { ping: 0, login: 0 }

@Resolver()
class ProbeResolver {
  @Query(() => String)
  ping(): string {
    runs.ping += 1
    return 'pong'
  }

  @Query(() => DateScalar)
  echoDay(@Arg('on', () => DateScalar) on: string): string {
    return on
  }

  @Query(() => String)
  fail(@Arg('how', () => String) how: string): string {
    if (how === 'missing') throw notFound('organization')
    if (how === 'conflict') throw conflict('already so', { expectedVersion: 1, actualVersion: 2 })
    if (how.startsWith('driver:')) throw driverError(how.slice(7))
    throw new Error('SELECT secret FROM person: table is broken')
  }

  @Query(() => [String])
  failMany(): Promise<string>[] {
    return Array.from({ length: 30 }, () => Promise.reject(new Error('secret')))
  }

  @Query(() => ProbeConnection)
  probes(
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): ProbeConnection {
    return probePage(first, after)
  }

  @Mutation(() => String)
  login(@Arg('input', () => ProbeInput) input: ProbeInput): string {
    runs.login += 1
    return input.name
  }
}

@Resolver(() => Probe)
class ProbeFieldResolver {
  @Query(() => Probe)
  probe(): Probe {
    return { id: '1' }
  }

  @FieldResolver(() => Probe)
  self(@Root() probe: Probe): Probe {
    return probe
  }

  @FieldResolver(() => ProbeConnection)
  probes(@Arg('first', () => Int, { nullable: true }) first?: number): ProbeConnection {
    return probePage(first)
  }
}

export const probeSchema = () => buildApiSchema([ProbeResolver, ProbeFieldResolver])
