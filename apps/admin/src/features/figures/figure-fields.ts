import { graphql } from '../../gql/graphql.js'

/** A figure with what it is made of. */
export const FigureFields = graphql(`
  fragment FigureFields on Figure @_unmask {
    indicator
    numerator
    denominator
    value
    text
  }
`)
