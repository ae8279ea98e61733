import type { TypedDocumentNode } from '@apollo/client'
import { graphql } from '../../gql/graphql.js'
import type { Act } from './acts.js'

type ActMutation = TypedDocumentNode<unknown, { input: Record<string, unknown> }>

const mutations = {
  establish: graphql(`
    mutation EstablishOrganization($input: EstablishOrganizationInput!) {
      establishOrganization(input: $input) {
        id
        at
      }
    }
  `),
  rename: graphql(`
    mutation RenameOrganization($input: RenameOrganizationInput!) {
      renameOrganization(input: $input) {
        id
        at
      }
    }
  `),
  reclassify: graphql(`
    mutation ReclassifyOrganization($input: ReclassifyOrganizationInput!) {
      reclassifyOrganization(input: $input) {
        id
        at
      }
    }
  `),
  move: graphql(`
    mutation MoveOrganization($input: MoveOrganizationInput!) {
      moveOrganization(input: $input) {
        id
        at
      }
    }
  `),
  dissolve: graphql(`
    mutation DissolveOrganization($input: DissolveOrganizationInput!) {
      dissolveOrganization(input: $input) {
        id
        at
      }
    }
  `),
  document: graphql(`
    mutation CreateDocument($input: DocumentInput!) {
      createDocument(input: $input) {
        id
      }
    }
  `),
  target: graphql(`
    mutation SetTarget($input: SetTargetInput!) {
      setTarget(input: $input) {
        id
        version
      }
    }
  `),
  term: graphql(`
    mutation SetTerm($input: SetTermInput!) {
      setTerm(input: $input) {
        id
        version
      }
    }
  `),
  rounding: graphql(`
    mutation SetRounding($input: SetRoundingInput!) {
      setRounding(input: $input) {
        id
        at
      }
    }
  `),
}

/** The mutation behind an act; its input is built from the fields of the act. */
export function actMutation(act: Act): ActMutation {
  return mutations[act] as unknown as ActMutation
}
