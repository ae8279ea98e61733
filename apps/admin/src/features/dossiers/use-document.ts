import { useApolloClient, useQuery } from '@apollo/client/react'
import { useRef } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { graphql } from '../../gql/graphql.js'
import { formatDay } from '../../lib/format.js'
import { FileDocumentMutation } from './dossier-mutations.js'

const DocumentsQuery = graphql(`
  query DossierDocuments($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      viewerCanFileDocuments
      documents {
        id
        number
        title
        signedOn
      }
      ancestors {
        id
        at
        documents {
          id
          number
          title
          signedOn
        }
      }
    }
  }
`)

/** Chosen instead of a document on file: a new one is typed in. */
export const NEW_DOCUMENT = 'new'

/**
 * Documents to choose from at the unit on screen, and what turns the choice into an id: a new one is filed first, once,
 * however often the step is tried.
 */
export function useDocument() {
  const { t } = useTexts()
  const client = useApolloClient()
  const { place, unitId } = usePlace()
  const { data } = useQuery(DocumentsQuery, { variables: { id: unitId, at: place.asOf } })
  const filed = useRef<{ key: string; id: string }>(undefined)
  const unit = data?.organization
  const onFile = [
    ...(unit?.documents ?? []),
    ...(unit?.ancestors.flatMap(({ documents }) => documents) ?? []),
  ]
  const options = [
    ...(unit?.viewerCanFileDocuments ? [{ value: NEW_DOCUMENT, label: t('worksheet.newDocument') }] : []),
    ...onFile.map(({ id, number, title, signedOn }) => ({
      value: id,
      label: [number, signedOn ? formatDay(signedOn) : null, title].filter(Boolean).join(' · '),
    })),
  ]
  const idOf = async (values: Record<string, unknown>, title: string): Promise<string | undefined> => {
    const chosen = values.documentId as string | undefined
    if (chosen !== NEW_DOCUMENT) return chosen
    const number = ((values.number as string | undefined) ?? '').trim()
    const signedOn = (values.signedOn as string | undefined) ?? null
    const key = JSON.stringify([number, signedOn, title])
    if (filed.current?.key === key) return filed.current.id
    const input = { organizationId: unitId, number, title, signedOn }
    const { data: made } = await client.mutate({ mutation: FileDocumentMutation, variables: { input } })
    if (!made) throw new Error('no answer')
    filed.current = { key, id: made.createDocument.id }
    return made.createDocument.id
  }
  return { options, idOf }
}
