import { graphql } from '../gql/graphql.js'

/** Units by any part of their name, without accents, on a day. */
export const SearchOrganizationsQuery = graphql(`
  query SearchOrganizations($text: String!, $at: Date!, $first: Int!) {
    searchOrganizations(text: $text, at: $at, first: $first) {
      id
      at
      name
      code
      holdsMembers
      ancestors {
        id
        at
        name
      }
    }
  }
`)

/** Units by a name or code that they have or once had, and where that leads on a day. */
export const SearchUnitHistoryQuery = graphql(`
  query SearchUnitHistory($text: String!, $at: Date!) {
    searchUnitHistory(text: $text, at: $at, first: 8) {
      name
      code
      until
      organization {
        id
        at
        name
      }
      now {
        id
        at
        name
      }
    }
  }
`)

/** "Tỉnh Quảng Nam › Thị xã Điện Bàn": where a found unit stands. */
export function pathOf(ancestors: ReadonlyArray<{ name: string }>): string {
  return ancestors.map((ancestor) => ancestor.name).join(' › ')
}
