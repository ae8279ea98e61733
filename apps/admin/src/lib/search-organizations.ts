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

/** "Tỉnh Quảng Nam › Thị xã Điện Bàn": where a found unit stands. */
export function pathOf(ancestors: ReadonlyArray<{ name: string }>): string {
  return ancestors.map((ancestor) => ancestor.name).join(' › ')
}
