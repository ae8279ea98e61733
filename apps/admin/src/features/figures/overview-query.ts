import { graphql } from '../../gql/graphql.js'
import { ChildrenFragment } from './children-box.js'
import { FigureFields } from './figure-fields.js'

/** Every figure of the overview that depends on one question. */
export const OVERVIEW_INDICATORS = [
  'admitted',
  'newlyAdmitted',
  'readmitted',
  'target',
  'completion',
  'overBy',
  'rateOfMembers',
  'membersAtStart',
  'members',
  'femaleShare',
  'ethnicMinorityShare',
  'religiousShare',
  'youthUnionShare',
  'enterpriseShare',
  'age18to30Share',
  'universityShare',
  'admittedBusinessOwner',
  'admittedTeacher',
  'admittedPupil',
  'introduced',
  'introducedAdmitted',
  'introductionConversion',
  'courseCompleted',
  'courseAdmitted',
  'courseConversion',
  'recognized',
  'broughtForward',
  'restored',
  'transferredIn',
  'transferredOut',
  'removed',
  'died',
  'reorganized',
] as const

export const OverviewQuery = graphql(
  `
    query Overview(
      $id: ID!
      $at: Date!
      $input: FiguresInput!
      $trend: FiguresInput!
      $grain: Grain!
      $children: FiguresInput!
    ) {
      organization(id: $id, at: $at) {
        id
        at
        name
        holdsMembers
        childCount
        rounding {
          mode
          decimals
          trailingZeros
        }
        figures(input: $input) {
          ...FigureFields
        }
        trend(input: $trend, grain: $grain) {
          from
          to
          figures {
            indicator
            numerator
          }
        }
        ...ChildrenBox
      }
    }
  `,
  [FigureFields, ChildrenFragment],
)

/** Apart from the overview: a unit younger than a year has no last year, and the rest of the page stands without. */
export const LastYearQuery = graphql(`
  query LastYear($id: ID!, $at: Date!, $input: FiguresInput!, $trend: FiguresInput!, $grain: Grain!) {
    organization(id: $id, at: $at) {
      id
      at
      lastYear: figures(input: $input) {
        indicator
        numerator
      }
      lastYearTrend: trend(input: $trend, grain: $grain) {
        from
        to
        figures {
          indicator
          numerator
        }
      }
    }
  }
`)
