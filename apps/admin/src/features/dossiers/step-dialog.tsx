import { useApolloClient, useQuery } from '@apollo/client/react'
import {
  DEGREES,
  maxDay,
  minDay,
  OCCUPATIONS,
  POLITICAL_THEORIES,
  procedureStep,
  SCHOOLINGS,
  SOURCE_KINDS,
  type Day,
  type DossierStepKind,
} from '@seedbed/shared'
import { Form, Radio } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import { DocumentChoice } from './document-choice.js'
import { StepMutation, type StepInput } from './dossier-mutations.js'
import { DossierStandingQuery, type DossierFile } from './dossier-query.js'
import { LetterFields } from './letter-fields.js'
import { MissingList } from './missing-list.js'
import { RuleNotes } from './rule-notes.js'
import { STEP_LABELS } from './step-words.js'
import { useDocument } from './use-document.js'
import { VoteFields, votesIn } from './vote-fields.js'

const on: FieldSpec = { name: 'on', label: 'record.on', type: 'day', required: true }
const note: FieldSpec = { name: 'note', label: 'record.note', type: 'note' }
const why: FieldSpec = { ...note, label: 'dossier.why', required: true }
/** What is said of the person at the decision, where it is not known yet. */
const STATED: readonly FieldSpec[] = [
  { name: 'youthUnion', label: 'record.youthUnion', type: 'yesNo', more: true },
  { name: 'schooling', label: 'record.schooling', type: 'choice', list: SCHOOLINGS, more: true },
  { name: 'degree', label: 'record.degree', type: 'choice', list: DEGREES, more: true },
  {
    name: 'politicalTheory',
    label: 'record.politicalTheory',
    type: 'choice',
    list: POLITICAL_THEORIES,
    more: true,
  },
  { name: 'occupation', label: 'record.occupation', type: 'choice', list: OCCUPATIONS, more: true },
  { name: 'sourceKind', label: 'record.sourceKind', type: 'choice', list: SOURCE_KINDS, more: true },
]

const REASONED: ReadonlySet<DossierStepKind> = new Set([
  'WAIVE_VERIFICATION',
  'RETURN',
  'REMOVAL',
  'CANCELLATION',
  'EXTENSION',
])
const VOTED: ReadonlySet<DossierStepKind> = new Set(['CELL_VOTE', 'RECOGNITION_VOTE'])
const DECIDED: ReadonlySet<DossierStepKind> = new Set(['DECISION', 'RECOGNITION'])

/** The first day that a step form proposes: the day on screen, but no earlier than the dossier came where it stands. */
export function proposedDay(asOf: Day, today: Day, since: Day): Day {
  return maxDay(minDay(asOf, today), since)
}

/** The input of a step from the values of its form. */
export function stepInputOf(
  kind: DossierStepKind,
  values: Record<string, unknown>,
  documentId: string | undefined,
): Omit<StepInput, 'dossierId' | 'version'> {
  const stated = toInput(values, STATED)
  const votes = votesIn(values)
  const words = typeof values.note === 'string' ? values.note.trim() : ''
  return {
    kind,
    on: String(values.on),
    ...(kind === 'DECISION' ? { outcome: values.outcome as StepInput['outcome'] } : {}),
    ...(kind === 'VERIFY' ? { letters: values.letters as StepInput['letters'] } : {}),
    ...(kind === 'DECISION' && Object.keys(stated).length > 0 ? { stated } : {}),
    ...(votes ? { votes } : {}),
    ...(documentId ? { documentId } : {}),
    ...(words ? { note: words } : {}),
  }
}

function OutcomeField() {
  const { t } = useTexts()
  return (
    <Form.Item name="outcome" label={t('dossier.outcome')} className="sb-wide">
      <Radio.Group
        options={[
          { value: 'YES', label: t('dossier.admit') },
          { value: 'NO', label: t('dossier.refuse') },
        ]}
      />
    </Form.Item>
  )
}

/** The fields that one kind of step needs. */
export function StepFields({ kind, day }: { kind: DossierStepKind; day: Day }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const form = Form.useFormInstance()
  const isRefused = Form.useWatch('outcome', form) === 'NO'
  const fields = [REASONED.has(kind) || isRefused ? why : note, ...(kind === 'DECISION' ? STATED : [])]
  return (
    <>
      {kind === 'DECISION' && <OutcomeField />}
      {kind === 'VERIFY' && <LetterFields />}
      {VOTED.has(kind) && <VoteFields rule="CELL_VOTE_SHARE" on={day} />}
      {DECIDED.has(kind) && (
        <details className="sb-wide sb-folded">
          <summary>{t('dossier.votes.committee')}</summary>
          <div className="sb-form">
            <VoteFields rule="COMMITTEE_VOTE_SHARE" on={day} required={false} />
          </div>
        </details>
      )}
      <FormFields fields={fields} at={day} today={today} />
    </>
  )
}

/**
 * Records a step of a dossier: its day, what its kind needs, and beside them what the rules of that day say and what
 * is still missing on it. A refusal is shown in place, and nothing that was typed is lost.
 */
export function StepDialog(props: { file: DossierFile; kind: DossierStepKind; onClose: () => void }) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { file, kind } = props
  const first = proposedDay(place.asOf, today, file.since)
  const day = (Form.useWatch('on', form) as Day | undefined) ?? first
  const { options, idOf } = useDocument()
  const { data } = useQuery(DossierStandingQuery, { variables: { id: file.id, on: day } })
  const missing = data?.dossier.nextSteps.find(({ step }) => step === kind)?.missing ?? []
  const name = label(STEP_LABELS, kind)
  const save = async (values: Record<string, unknown>) => {
    const documentId = await idOf(values, `${name}: ${file.person.fullName}`)
    const input = { dossierId: file.id, version: file.version, ...stepInputOf(kind, values, documentId) }
    await client.mutate({ mutation: StepMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t('dossier.stepOf', { step: name, name: file.person.fullName })}
      form={form}
      initial={{ on: first, outcome: 'YES', letters: [{ subject: file.person.fullName }] }}
      savedText={t('record.saved', { what: name })}
      onSave={save}
      onClose={props.onClose}
    >
      <FormFields fields={[on]} at={day} today={today} />
      {day < today && <p className="sb-wide sb-quiet">{t('dossier.lateNote')}</p>}
      <MissingList missing={missing} />
      <StepFields kind={kind} day={day} />
      {procedureStep(kind).body !== 'CELL' || VOTED.has(kind) ? <DocumentChoice options={options} /> : null}
      <RuleNotes kind={kind} on={day} />
    </FormDialog>
  )
}
