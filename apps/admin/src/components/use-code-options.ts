import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useTexts } from '../app/i18n/i18n.js'
import { graphql } from '../gql/graphql.js'

const CodesQuery = graphql(`
  query Codes {
    tiers {
      code
      labelVi
      labelEn
    }
    organizationKinds {
      code
      labelVi
      labelEn
    }
    sectors {
      code
      labelVi
      labelEn
    }
  }
`)

export interface CodeOption {
  value: string
  label: string
}

/** Levels, kinds and sectors as the server holds them, to choose from. */
export interface CodeOptions {
  tiers: CodeOption[]
  kinds: CodeOption[]
  sectors: CodeOption[]
}

/** The code lists of units in the language in force. */
export function useCodeOptions(): CodeOptions {
  const { language } = useTexts()
  const { data } = useQuery(CodesQuery, { fetchPolicy: 'cache-first' })
  return useMemo(() => {
    const options = (list: ReadonlyArray<{ code: string; labelVi: string; labelEn: string }> = []) =>
      list.map(({ code, labelVi, labelEn }) => ({
        value: code,
        label: language === 'vi' ? labelVi : labelEn,
      }))
    return {
      tiers: options(data?.tiers),
      kinds: options(data?.organizationKinds),
      sectors: options(data?.sectors),
    }
  }, [data, language])
}
