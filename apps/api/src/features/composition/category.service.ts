import {
  DIMENSIONS,
  ETHNIC_GROUPS,
  RELIGIONS,
  UNKNOWN,
  type DimensionCode,
  type Label,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { notFound } from '../../errors/errors.js'
import { findGroupSet, listGroups } from '../groups/group.repository.js'
import { organizationKindsOf, sectorsOf, tiersOf } from '../organizations/code-list.service.js'

/** One category of a dimension. `key` is how statements name it; `code` how the API does. */
export interface Category {
  key: string
  code: string
  label: Label
}

const unknown: Category = { key: UNKNOWN, code: UNKNOWN, label: { vi: 'Chưa rõ', en: 'Unknown' } }
const outside: Category = { ...unknown, label: { vi: 'Ngoài các nhóm', en: 'In no group' } }

const plain = ([code, label]: [string, Label]): Category => ({ key: code, code, label })
const named = (names: Readonly<Record<string, string>>): Category[] =>
  Object.entries(names).map(([code, name]) => plain([code, { vi: name, en: name }]))

async function listed(
  list: Promise<ReadonlyArray<{ code: string; labelVi: string; labelEn: string }>>,
): Promise<Category[]> {
  return (await list).map(({ code, labelVi, labelEn }) => plain([code, { vi: labelVi, en: labelEn }]))
}

/** The internal id of a set of groups; NOT_FOUND when there is none. */
export async function groupSetKey(
  ctx: RequestContext,
  uid: string | null | undefined,
): Promise<number | null> {
  if (!uid) return null
  const found = await findGroupSet(ctx, uid)
  if (!found) throw notFound('Group set')
  return found.id
}

async function groupsOf(ctx: RequestContext, groupSet: number | null): Promise<Category[]> {
  const groups = groupSet === null ? [] : await listGroups(ctx, [groupSet])
  return groups.map(({ id, uid, name }) => ({ key: String(id), code: uid, label: { vi: name, en: name } }))
}

type Listed = (ctx: RequestContext, groupSet: number | null) => Promise<Category[]>

const noReligion: Category = { key: '', code: 'NONE', label: { vi: 'Không theo tôn giáo', en: 'None' } }

/** Categories that a list of codes or the database holds. */
const fromData: Partial<Record<DimensionCode, Listed>> = {
  ETHNIC_GROUP: () => Promise.resolve(named(ETHNIC_GROUPS)),
  RELIGION_NAME: () => Promise.resolve([noReligion, ...named(RELIGIONS)]),
  UNIT_KIND: (ctx) => listed(organizationKindsOf(ctx)),
  UNIT_SECTOR: (ctx) => listed(sectorsOf(ctx)),
  UNIT_TIER: (ctx) => listed(tiersOf(ctx)),
  GROUP: groupsOf,
}

/** Every category of a dimension in the order in which it is shown; what is not known comes last. */
export async function categoriesOf(
  ctx: RequestContext,
  dimension: DimensionCode,
  groupSet: number | null,
): Promise<Category[]> {
  const { categories } = DIMENSIONS[dimension]
  const known =
    categories === 'DATA'
      ? ((await fromData[dimension]?.(ctx, groupSet)) ?? [])
      : Object.entries(categories).map(plain)
  return [...known, dimension === 'GROUP' ? outside : unknown]
}
