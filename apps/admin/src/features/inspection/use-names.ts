import { useApolloClient, useQuery } from '@apollo/client/react'
import { TIERS, type Day, type QueryNames } from '@seedbed/shared'
import { useEffect, useMemo, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useCodeOptions, type CodeOption } from '../../components/use-code-options.js'
import { QueryGroupsQuery, UnitNameQuery } from './query-query.js'

/** The groups on a day, under the sets that they belong to. */
export function useGroupOptions(at: Day) {
  const { data } = useQuery(QueryGroupsQuery, { variables: { at }, fetchPolicy: 'cache-first' })
  return useMemo(
    () =>
      (data?.groupSets ?? []).map(({ name, groups }) => ({
        label: name,
        options: groups.map((group) => ({ value: group.id, label: group.name })),
      })),
    [data],
  )
}

/** The names of some units on a day, as they come in. */
export function useUnitNames(ids: readonly string[], at: Day): ReadonlyMap<string, string> {
  const client = useApolloClient()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const key = ids.join(' ')
  useEffect(() => {
    let wanted = true
    const nameOf = async (id: string) => {
      const { data } = await client.query({ query: UnitNameQuery, variables: { id, at } })
      return [id, data?.organization?.name ?? id] as const
    }
    const list = key === '' ? [] : key.split(' ')
    void Promise.all(list.map((id) => nameOf(id).catch(() => [id, id] as const))).then((found) => {
      if (wanted) setNames(new Map(found))
    })
    return () => {
      wanted = false
    }
  }, [client, key, at])
  return names
}

const tierLabels: Readonly<Record<string, { label: { vi: string; en: string } }>> = TIERS

/** What the units, groups and codes of a question are called, to tell it as a sentence. */
export function useQueryNames(units: readonly string[], at: Day): QueryNames {
  const { language } = useTexts()
  const known = useUnitNames(units, at)
  const { tiers, kinds, sectors } = useCodeOptions()
  const groups = useGroupOptions(at)
  return useMemo(() => {
    const labelIn = (options: readonly CodeOption[]) => (code: string) =>
      options.find(({ value }) => value === code)?.label ?? code
    const tier = labelIn(tiers)
    return {
      unit: (id) => known.get(id) ?? '…',
      group: labelIn(groups.flatMap(({ options }) => options)),
      tier: (code) => (tiers.length > 0 ? tier(code) : (tierLabels[code]?.label[language] ?? code)),
      kind: labelIn(kinds),
      sector: labelIn(sectors),
    }
  }, [known, groups, tiers, kinds, sectors, language])
}
