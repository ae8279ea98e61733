import type { TypedDocumentNode } from '@apollo/client'
import { graphql } from '../../gql/graphql.js'
import type { RecordKind } from './record-kinds.js'

/** One mutation for each kind of event; the input is built from the fields of the kind. */
type RecordMutation = TypedDocumentNode<unknown, { input: Record<string, unknown> }>

const mutations = {
  INTRODUCTION: graphql(`
    mutation RecordIntroduction($input: IntroductionInput!) {
      recordIntroduction(input: $input) {
        id
        version
      }
    }
  `),
  COURSE_COMPLETION: graphql(`
    mutation RecordCourseCompletion($input: CourseCompletionInput!) {
      recordCourseCompletion(input: $input) {
        id
        version
      }
    }
  `),
  ADMISSION: graphql(`
    mutation RecordAdmission($input: AdmissionInput!) {
      recordAdmission(input: $input) {
        id
        version
      }
    }
  `),
  READMISSION: graphql(`
    mutation RecordReadmission($input: AdmissionInput!) {
      recordReadmission(input: $input) {
        id
        version
      }
    }
  `),
  RESTORATION: graphql(`
    mutation RecordRestoration($input: RestorationInput!) {
      recordRestoration(input: $input) {
        id
        version
      }
    }
  `),
  CEREMONY: graphql(`
    mutation RecordCeremony($input: PersonEventInput!) {
      recordCeremony(input: $input) {
        id
        version
      }
    }
  `),
  RECOGNITION: graphql(`
    mutation RecordRecognition($input: PersonEventInput!) {
      recordRecognition(input: $input) {
        id
        version
      }
    }
  `),
  ATTRIBUTE_CHANGE: graphql(`
    mutation RecordAttributeChange($input: AttributeChangeInput!) {
      recordAttributeChange(input: $input) {
        id
        version
      }
    }
  `),
  TRANSFER: graphql(`
    mutation RecordTransfer($input: TransferInput!) {
      recordTransfer(input: $input) {
        id
        version
      }
    }
  `),
  TRANSFER_IN: graphql(`
    mutation RecordTransferIn($input: TransferInInput!) {
      recordTransferIn(input: $input) {
        id
        version
      }
    }
  `),
  TRANSFER_OUT: graphql(`
    mutation RecordTransferOut($input: TransferOutInput!) {
      recordTransferOut(input: $input) {
        id
        version
      }
    }
  `),
  REMOVAL: graphql(`
    mutation RecordRemoval($input: RemovalInput!) {
      recordRemoval(input: $input) {
        id
        version
      }
    }
  `),
  DEATH: graphql(`
    mutation RecordDeath($input: PersonEventInput!) {
      recordDeath(input: $input) {
        id
        version
      }
    }
  `),
}

/** The mutation that records a kind of event. */
export function recordMutation(kind: RecordKind): RecordMutation {
  return mutations[kind] as unknown as RecordMutation
}
