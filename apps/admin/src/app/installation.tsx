import { useQuery } from '@apollo/client/react'
import type { Day } from '@seedbed/shared'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { ErrorState } from '../components/error-state.js'
import { graphql } from '../gql/graphql.js'

const InstallationQuery = graphql(`
  query Installation {
    installation {
      defaultAsOf
      demonstration
      today
    }
  }
`)

/** What this installation is: the day on which it opens, the day it is, whether its data are a demonstration. */
export interface Installation {
  defaultAsOf: Day
  today: Day
  demonstration: boolean
}

const InstallationContext = createContext<Installation | null>(null)

/** Asks once and holds back the pages until the default day is known. */
export function InstallationProvider({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(InstallationQuery, { fetchPolicy: 'cache-first' })
  const value = useMemo<Installation | null>(() => {
    if (!data) return null
    const { defaultAsOf, today, demonstration } = data.installation
    return { defaultAsOf: defaultAsOf ?? today, today, demonstration }
  }, [data])
  if (value) return <InstallationContext value={value}>{children}</InstallationContext>
  if (error) {
    return (
      <main className="sb-alone">
        <ErrorState error={error} retry={() => void refetch()} />
      </main>
    )
  }
  return <div className="sb-boot" aria-busy="true" />
}

/** The installation that answers. */
export function useInstallation(): Installation {
  const value = use(InstallationContext)
  if (!value) throw new Error('InstallationProvider is missing')
  return value
}
