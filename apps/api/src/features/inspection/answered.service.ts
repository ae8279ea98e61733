import type { OrganizationQuery, PersonQuery } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loadNearest } from '../organizations/organization.service.js'
import { answerOf, shownRows, totalsOfAnswer } from './find-organizations.service.js'
import { groundOf } from './find-persons.service.js'
import { MOST_FROZEN } from './freeze.service.js'
import { listFound } from './person.repository.js'
import { visiblePersons } from '../people/person.service.js'

/** A whole answer as a table, for files and terminals: numbers plain, percentages as written. */
export interface Answered {
  columns: string[]
  rows: string[][]
}

const plain = (value: number | null) => (value === null ? '' : String(value))

/** All units that fulfil the conditions with their columns, and a last row of totals. */
export async function answeredUnits(ctx: RequestContext, query: OrganizationQuery): Promise<Answered> {
  const answer = await answerOf(ctx, query)
  const rows = await shownRows(
    ctx,
    answer,
    answer.hits.map(({ unit }) => unit.id),
  )
  const totals = await totalsOfAnswer(ctx, answer)
  return {
    columns: ['code', 'name', 'tier', ...query.indicators],
    rows: [
      ...rows.map(({ organization: { code, name, tier }, figures }) => [
        ...[code, name, tier],
        ...figures.map(({ value }) => plain(value)),
      ]),
      ['', 'TOTAL', String(answer.hits.length), ...totals.map(({ figure }) => plain(figure?.value ?? null))],
    ],
  }
}

/** All persons who fulfil the conditions, by name and cell. */
export async function answeredPersons(ctx: RequestContext, query: PersonQuery): Promise<Answered> {
  const found = await listFound(ctx, await groundOf(ctx, query), { limit: MOST_FROZEN })
  const ids = found.map(({ person }) => person)
  const names = new Map((await visiblePersons(ctx, ids)).map(({ id, fullName }) => [id, fullName]))
  const rows = await Promise.all(
    found.map(async ({ person, organization, on, recordedOn, lag, stage, certificateExpiresOn }) => {
      const unit = await loadNearest(ctx, organization, on)
      return [
        ...[names.get(person) ?? '', unit?.code ?? '', unit?.name ?? '', on, recordedOn, String(lag)],
        ...[stage ?? '', certificateExpiresOn ?? ''],
      ]
    }),
  )
  return {
    columns: ['name', 'unitCode', 'unit', 'on', 'recordedOn', 'lag', 'stage', 'certificateExpiresOn'],
    rows,
  }
}
