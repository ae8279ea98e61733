import { graphql, type ResultOf } from '../../gql/graphql.js'

/** The worksheet of a unit and a year. */
export const WorksheetQuery = graphql(`
  query Worksheet($id: ID!, $at: Date!, $year: Int!, $asOf: Date!, $kind: TargetKind!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      viewerCanAssignTargets
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
      targetWorksheet(year: $year, asOf: $asOf, kind: $kind) {
        year
        kind
        treeAt
        lastFrom
        lastTo
        membersOn
        assigned
        ownHere
        ownTarget {
          id
          version
          amountMin
          amountMax
          note
        }
        lastCompletion {
          indicator
          numerator
          denominator
          value
          text
        }
        closed
        sourcesKept
        plans {
          id
          version
          name
          state
          signatory
          issuedAt
          units
          total
          document {
            id
            number
            signedOn
          }
        }
        rows {
          organization {
            id
            at
            name
            code
          }
          lastTarget
          lastAdmitted
          lastCompletion {
            indicator
            numerator
            denominator
            value
            text
          }
          lastExpected
          members
          yearsSinceLastAdmission
          sources
          registered
          registeredNote
          others
          drafts
          draftNotes
          target {
            id
            version
            amountMin
            amountMax
            note
            document {
              id
              number
            }
          }
          allotment {
            units
            done
            allotted
          }
        }
      }
    }
  }
`)

export const SaveWorksheetMutation = graphql(`
  mutation SaveTargetWorksheet($input: SaveWorksheetInput!) {
    saveTargetWorksheet(input: $input) {
      year
      allotted
    }
  }
`)

export const CreatePlanMutation = graphql(`
  mutation CreateTargetPlan($input: CreateTargetPlanInput!) {
    createTargetPlan(input: $input) {
      id
      version
    }
  }
`)

export const SavePlanMutation = graphql(`
  mutation SaveTargetPlan($input: SaveTargetPlanInput!) {
    saveTargetPlan(input: $input) {
      id
      version
    }
  }
`)

export const IssuePlanMutation = graphql(`
  mutation IssueTargetPlan($input: IssueTargetPlanInput!) {
    issueTargetPlan(input: $input) {
      id
      version
      state
    }
  }
`)

export const DiscardPlanMutation = graphql(`
  mutation DiscardTargetPlan($input: DiscardTargetPlanInput!) {
    discardTargetPlan(input: $input) {
      id
    }
  }
`)

export type WorksheetUnit = NonNullable<ResultOf<typeof WorksheetQuery>['organization']>
export type Worksheet = WorksheetUnit['targetWorksheet']
export type WorksheetRow = Worksheet['rows'][number]
export type Plan = Worksheet['plans'][number]
