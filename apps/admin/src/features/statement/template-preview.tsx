import { useQuery } from '@apollo/client/react'
import { readNotation } from '@seedbed/shared'
import { useDeferredValue } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { FailureText } from '../../components/error-state.js'
import { failureOf } from '../../lib/errors.js'
import { tellReason } from '../../lib/reason.js'
import { graphql } from '../../gql/graphql.js'

const PreviewQuery = graphql(`
  query StatementPreview($id: ID!, $at: Date!, $input: StatementInput!) {
    organization(id: $id, at: $at) {
      id
      at
      statement(input: $input) {
        text
      }
    }
  }
`)

/** What a wording reads like for the unit and the days on screen, or why it cannot be read. */
export function TemplatePreview({ text, code }: { text: string; code: string }) {
  const { t, language } = useTexts()
  const { place, question, unitId } = usePlace()
  const read = readNotation(useDeferredValue(text))
  const fault = 'fault' in read ? tellReason(read.fault, language) : null
  const parts = 'parts' in read ? JSON.stringify(read.parts) : null
  const { data, previousData, error } = useQuery(PreviewQuery, {
    variables: { id: unitId, at: place.asOf, input: { ...question, template: code, parts } },
    skip: fault !== null,
    fetchPolicy: 'no-cache',
  })
  const statement = (data ?? previousData)?.organization?.statement
  return (
    <section className="sb-wide sb-template-preview" aria-label={t('statement.preview')} aria-live="polite">
      <h3>{t('statement.preview')}</h3>
      {fault !== null && <p className="sb-quiet">{fault}</p>}
      {fault === null && error && (
        <p className="sb-quiet">
          <FailureText failure={failureOf(error)} />
        </p>
      )}
      {fault === null && !error && <p lang="vi">{statement?.text}</p>}
    </section>
  )
}
