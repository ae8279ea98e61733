import { useApolloClient } from '@apollo/client/react'
import { useEffect } from 'react'
import { graphql } from '../gql/graphql.js'
import { askBeforeDownload } from '../lib/csv.js'
import { useTexts } from './i18n/i18n.js'
import { useNotice } from './notices.js'

const RecordExport = graphql(`
  mutation RecordExport($input: RecordExportInput!) {
    recordExport(input: $input)
  }
`)

/** The unit that the page is about. */
const unitOnScreen = (): string | undefined => /\/units\/([^/]+)/u.exec(window.location.pathname)?.[1]

/** Puts every file on record before the browser gets it; what cannot be put on record is not handed over. */
export function ExportRecord() {
  const client = useApolloClient()
  const say = useNotice()
  const { t } = useTexts()
  useEffect(
    () =>
      askBeforeDownload(async ({ name, rows }) => {
        const organizationId = unitOnScreen()
        if (organizationId === undefined) return true
        const input = { organizationId, content: name, rows }
        return client.mutate({ mutation: RecordExport, variables: { input } }).then(
          () => true,
          () => {
            say(t('export.refused'))
            return false
          },
        )
      }),
    [client, say, t],
  )
  return null
}
