import { graphql, type ResultOf } from '../../gql/graphql.js'

const RefusalFields = graphql(`
  fragment RefusalFields on Refusal @_unmask {
    code
    vi
    en
  }
`)

const RehearsedFigure = graphql(`
  fragment RehearsedFigure on Figure @_unmask {
    indicator
    numerator
    denominator
    value
    text
  }
`)

const RehearsedUnitFields = graphql(`
  fragment RehearsedUnitFields on RehearsedUnit @_unmask {
    key
    parentKey
    code
    name
    tier
    kind
    change
    members
    cells
  }
`)

/** What carrying it out would do; nothing is kept of it. */
export const RehearseMutation = graphql(
  `
    mutation RehearseReorganization($id: ID!) {
      rehearseReorganization(id: $id) {
        version
        unitsBefore
        unitsAfter
        cellsBefore
        cellsAfter
        membersBefore
        membersAfter
        changeCount
        faults {
          operationId
          position
          refusal {
            ...RefusalFields
          }
        }
        movedAlong
        changes {
          key
          change
          position
          nameBefore
          nameAfter
          codeBefore
          codeAfter
          tierBefore
          tierAfter
          parentBefore
          parentAfter
          becomes
          members
          cells
        }
        collisions {
          kind
          blocking
          names
          refusal {
            ...RefusalFields
          }
        }
        openMatters {
          kind
          name
          count
          says {
            ...RefusalFields
          }
        }
        handwork {
          operationId
          position
          name
          persons
          assigned
          unnamed
          restToPrincipal
        }
        targets {
          from
          to
          yearFrom
          yearTo
          kind
          amount
          rule
        }
        figures {
          key
          name
          code
          before {
            ...RehearsedFigure
          }
          recorded {
            ...RehearsedFigure
          }
          restated {
            ...RehearsedFigure
          }
        }
        treeBefore {
          ...RehearsedUnitFields
        }
        treeAfter {
          ...RehearsedUnitFields
        }
      }
    }
  `,
  [RefusalFields, RehearsedFigure, RehearsedUnitFields],
)

export type Rehearsal = ResultOf<typeof RehearseMutation>['rehearseReorganization']
export type UnitChange = Rehearsal['changes'][number]
export type RehearsedUnit = Rehearsal['treeBefore'][number]
export type ChangeKind = UnitChange['change']
