import { graphql, type ResultOf } from '../../gql/graphql.js'

export const RulesQuery = graphql(`
  query Rules {
    rules {
      code
      label
      labelEn
      unit
      changes
      versions {
        validFrom
        validTo
        value
        per
        regulation
        article
        confirmed
      }
    }
  }
`)

export const PreviewRuleQuery = graphql(`
  query PreviewRule($input: RuleInput!) {
    previewRule(input: $input) {
      candidatesAffected
      after {
        validFrom
        validTo
        value
        per
        regulation
        article
        confirmed
      }
    }
  }
`)

export const SetRuleMutation = graphql(`
  mutation SetRule($input: SetRuleInput!) {
    setRule(input: $input) {
      code
      changes
    }
  }
`)

export const FormsQuery = graphql(`
  query DossierForms($on: Date!) {
    dossierForms(on: $on) {
      code
      changes
      versions {
        validFrom
        validTo
        title
        issuer
        regulation
        confirmed
      }
    }
  }
`)

export const WorkYearsQuery = graphql(`
  query WorkYears {
    workYears {
      year
      version
      source
      days {
        date
        kind
        name
      }
    }
  }
`)

export const ProposedYearQuery = graphql(`
  query ProposedYear($year: Int!) {
    proposedWorkYear(year: $year) {
      year
      version
      source
      days {
        date
        kind
        name
      }
    }
  }
`)

export const PreviewYearQuery = graphql(`
  query PreviewYear($input: WorkYearInput!) {
    previewWorkYear(input: $input) {
      workingDaysBefore
      workingDaysAfter
      added {
        date
      }
      removed {
        date
      }
    }
  }
`)

export const SetYearMutation = graphql(`
  mutation SetWorkYear($input: SetWorkYearInput!) {
    setWorkYear(input: $input) {
      year
      version
    }
  }
`)

export type Rule = ResultOf<typeof RulesQuery>['rules'][number]
export type RuleVersion = Rule['versions'][number]
export type WorkYear = ResultOf<typeof WorkYearsQuery>['workYears'][number]
export type SpecialDayRow = WorkYear['days'][number]
