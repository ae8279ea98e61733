import { graphql, type VariablesOf } from '../../gql/graphql.js'

export const OpenDossierMutation = graphql(`
  mutation OpenDossier($input: OpenDossierInput!) {
    openDossier(input: $input) {
      id
      version
    }
  }
`)

export const StepMutation = graphql(`
  mutation RecordDossierStep($input: DossierStepInput!) {
    recordDossierStep(input: $input) {
      id
      version
      state
    }
  }
`)

export const CorrectStepMutation = graphql(`
  mutation CorrectDossierStep($input: CorrectDossierStepInput!) {
    correctDossierStep(input: $input) {
      id
      version
    }
  }
`)

export const PapersMutation = graphql(`
  mutation AddDossierPapers($input: AddDossierPapersInput!) {
    addDossierPapers(input: $input) {
      id
      version
    }
  }
`)

export const RecommendersMutation = graphql(`
  mutation SetRecommenders($input: SetRecommendersInput!) {
    setRecommenders(input: $input) {
      id
      version
    }
  }
`)

export const LetterMutation = graphql(`
  mutation AnswerLetter($input: AnswerLetterInput!) {
    answerLetter(input: $input) {
      id
      version
    }
  }
`)

export const ApprovalMutation = graphql(`
  mutation RecordSpecialApproval($input: SpecialApprovalInput!) {
    recordSpecialApproval(input: $input) {
      id
      version
    }
  }
`)

export const FileDocumentMutation = graphql(`
  mutation FileDossierDocument($input: DocumentInput!) {
    createDocument(input: $input) {
      id
    }
  }
`)

export type StepInput = VariablesOf<typeof StepMutation>['input']
