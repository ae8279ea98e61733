import { graphql, type ResultOf } from '../../gql/graphql.js'

export const NamedFigure = graphql(`
  fragment NamedFigure on Figure @_unmask {
    indicator
    numerator
    denominator
    value
    text
    reason
    numeratorName
    denominatorName
  }
`)

/** Figures now and then, and what the other unit is called. */
export const ComparisonQuery = graphql(
  `
    query Comparison($id: ID!, $at: Date!, $input: ComparisonInput!, $other: ID, $withUnit: Boolean!) {
      organization(id: $id, at: $at) {
        id
        at
        name
        comparison(input: $input) {
          indicator
          now {
            ...NamedFigure
          }
          then {
            ...NamedFigure
          }
          difference
          differencePercent {
            ...NamedFigure
          }
        }
      }
      other: organization(id: $other, at: $at) @include(if: $withUnit) {
        id
        at
        name
      }
    }
  `,
  [NamedFigure],
)

export const RatioQuery = graphql(
  `
    query Ratio($id: ID!, $at: Date!, $input: RatioInput!) {
      organization(id: $id, at: $at) {
        id
        at
        ratio(input: $input) {
          ...NamedFigure
        }
      }
    }
  `,
  [NamedFigure],
)

export const ExplainQuery = graphql(`
  query Explain($id: ID!, $at: Date!, $input: ExplainPercentageInput!) {
    organization(id: $id, at: $at) {
      id
      at
      explainPercentage(input: $input) {
        numerator
        denominator
        denominatorName
        own
        text
        rounding {
          mode
          decimals
          trailingZeros
        }
      }
    }
  }
`)

export type Compared = NonNullable<ResultOf<typeof ComparisonQuery>['organization']>['comparison'][number]
export type ComparedFigure = Compared['now']
export type Explanation = NonNullable<
  ResultOf<typeof ExplainQuery>['organization']
>['explainPercentage'][number]
