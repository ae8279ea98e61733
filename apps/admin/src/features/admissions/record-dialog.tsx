import { useApolloClient, useQuery } from '@apollo/client/react'
import { EVENT_KINDS, type Day } from '@seedbed/shared'
import { Form, Select } from 'antd'
import { useRef } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import { graphql, type VariablesOf } from '../../gql/graphql.js'
import { formatDay } from '../../lib/format.js'
import { useUnit } from '../organizations/unit-context.js'
import { PERSON_FIELDS, PersonPicker } from '../people/person-picker.js'
import { RECORD_KINDS, fieldsOf, type RecordKind } from './record-kinds.js'
import { recordMutation } from './record-mutations.js'

const RecordPlaceQuery = graphql(`
  query RecordPlace($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      holdsMembers
      procedureStart {
        on
      }
      documents {
        id
        number
        title
      }
      ancestors {
        id
        at
        documents {
          id
          number
          title
        }
      }
    }
  }
`)

const CreatePersonMutation = graphql(`
  mutation CreatePerson($input: PersonInput!) {
    createPerson(input: $input) {
      id
      version
    }
  }
`)

type Values = Record<string, unknown> & { kind: RecordKind }

/** Creates the person if new, then records the event; a second try after a refusal does not create them twice. */
function useRecord() {
  const client = useApolloClient()
  const { unitId } = usePlace()
  const created = useRef<{ key: string; id: string }>(undefined)

  async function personOf(values: Values): Promise<string> {
    if (!values.isNewPerson) return String(values.personId)
    const input = { ...toInput(values, PERSON_FIELDS), female: values.female === true }
    const key = JSON.stringify(input)
    if (created.current?.key === key) return created.current.id
    const variables = { input } as unknown as VariablesOf<typeof CreatePersonMutation>
    const { data } = await client.mutate({ mutation: CreatePersonMutation, variables })
    if (!data) throw new Error('no answer')
    created.current = { key, id: data.createPerson.id }
    return data.createPerson.id
  }

  return async (values: Values) => {
    const personId = await personOf(values)
    const input = {
      ...toInput(values, [
        ...fieldsOf(values.kind),
        { name: 'documentId', label: 'record.document', type: 'text' },
      ]),
      personId,
      organizationId: unitId,
    }
    await client.mutate({ mutation: recordMutation(values.kind), variables: { input } })
  }
}

function useDocumentField(): {
  field: FieldSpec
  isCell: boolean | undefined
  name: string
  /** From this day on, admissions of the unit go by dossiers alone. */
  door: Day | null
} {
  const { place, unitId } = usePlace()
  const { data } = useQuery(RecordPlaceQuery, { variables: { id: unitId, at: place.asOf } })
  const unit = data?.organization
  const documents = [
    ...(unit?.documents ?? []),
    ...(unit?.ancestors.flatMap((ancestor) => ancestor.documents) ?? []),
  ]
  const options = documents.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))
  return {
    field: { name: 'documentId', label: 'record.document', type: 'choice', options },
    isCell: unit?.holdsMembers,
    name: unit?.name ?? '',
    door: unit?.procedureStart.on ?? null,
  }
}

/** Kinds of events that the viewer may record here: introductions and courses are a right of their own. */
function useKinds(): RecordKind[] {
  const { unit } = useUnit()
  return RECORD_KINDS.filter((kind) =>
    kind === 'INTRODUCTION' || kind === 'COURSE_COMPLETION'
      ? unit?.viewerCanRecordSources
      : unit?.viewerCanRecordMembership,
  )
}

/** Where admissions go by dossiers alone, the way to them in place of the fields. */
function OneDoor({ since }: { since: Day }) {
  const { t } = useTexts()
  const { unitId, hrefTo } = usePlace()
  return (
    <p className="sb-wide">
      {t('procedure.oneDoor', { day: formatDay(since) })}{' '}
      <Link to={hrefTo(unitId, 'sources', { stage: 'CERTIFIED', view: 'list' })}>
        {t('procedure.toSources')}
      </Link>{' '}
      · <Link to={hrefTo(unitId, 'dossiers')}>{t('procedure.toDossiers')}</Link>
    </p>
  )
}

/** Records an event of a person at the cell on screen. */
export function RecordDialog({ onClose }: { onClose: () => void }) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const [form] = Form.useForm<Values>()
  const kinds = useKinds()
  const first = kinds.includes('ADMISSION') ? 'ADMISSION' : (kinds[0] ?? 'ADMISSION')
  const kind = (Form.useWatch('kind', form) ?? first) as RecordKind
  const { field, isCell, name, door } = useDocumentField()
  const on = (Form.useWatch('on', form) as Day | undefined) ?? place.asOf
  const isByDossier = door !== null && on >= door && (kind === 'ADMISSION' || kind === 'READMISSION')
  const record = useRecord()
  return (
    <FormDialog
      title={t('record.title', { unit: name })}
      explain={isCell === false ? t('record.onlyCells') : undefined}
      disabled={isCell !== true || isByDossier}
      form={form}
      initial={{ kind: first, on: place.asOf, isNewPerson: false, ethnicity: '01' }}
      savedText={t('record.saved', { what: label(EVENT_KINDS, kind) })}
      onSave={(values) => record(values as Values)}
      onClose={onClose}
    >
      {isCell && (
        <>
          <Form.Item name="kind" className="sb-wide" label={t('record.kind')}>
            <Select options={kinds.map((value) => ({ value, label: label(EVENT_KINDS, value) }))} />
          </Form.Item>
          {isByDossier && <OneDoor since={door} />}
          {isByDossier ? (
            <FormFields fields={fieldsOf(kind).slice(0, 1)} at={place.asOf} today={today} />
          ) : (
            <>
              <PersonPicker today={today} />
              <FormFields fields={[...fieldsOf(kind), field]} at={place.asOf} today={today} />
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}
