import { useApolloClient, useQuery } from '@apollo/client/react'
import { INTRODUCERS, type Day } from '@seedbed/shared'
import { Button, Checkbox, Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { graphql } from '../../gql/graphql.js'
import { KnownPerson } from '../people/person-picker.js'
import { RecommendersMutation } from './dossier-mutations.js'
import type { DossierFile } from './dossier-query.js'
import { RuleNotes } from './rule-notes.js'

const MentorsQuery = graphql(`
  query DossierMentors($id: ID!) {
    person(id: $id) {
      id
      mentorships {
        id
        to
        mentor {
          id
          fullName
        }
      }
    }
  }
`)

interface Row {
  personId?: string
  togetherSince?: Day
  substitute?: boolean
}
interface Known {
  id: string
  fullName: string
}

const INTRODUCER: FieldSpec = {
  name: 'introducer',
  label: 'dossier.introducer',
  type: 'choice',
  list: INTRODUCERS,
}

function Rows({ known, today }: { known: readonly Known[]; today: Day }) {
  const { t } = useTexts()
  const rules = [{ required: true, message: t('record.required') }]
  return (
    <Form.List name="recommenders">
      {(rows, { add, remove }) => (
        <div className="sb-wide sb-letters">
          {rows.map(({ key, name }, index) => (
            <div key={key} className="sb-letter">
              <Form.Item
                name={[name, 'personId']}
                label={t('dossier.recommender', { n: index + 1 })}
                rules={rules}
              >
                <KnownPerson known={known} />
              </Form.Item>
              <Form.Item name={[name, 'togetherSince']} label={t('dossier.togetherSince')} rules={rules}>
                <DayField max={today} />
              </Form.Item>
              <Form.Item name={[name, 'substitute']} valuePropName="checked">
                <Checkbox>{t('dossier.substitute')}</Checkbox>
              </Form.Item>
              {rows.length > 1 && (
                <Button
                  onClick={() => remove(name)}
                  aria-label={t('dossier.dropRecommender', { n: index + 1 })}
                >
                  {t('rules.dropDay')}
                </Button>
              )}
            </div>
          ))}
          <Button onClick={() => add({})}>{t('dossier.addRecommender')}</Button>
        </div>
      )}
    </Form.List>
  )
}

/** Says who introduces the applicant; those who help the candidate stand there already. */
export function RecommendersDialog({ file, onClose }: { file: DossierFile; onClose: () => void }) {
  const { data } = useQuery(MentorsQuery, { variables: { id: file.person.id } })
  if (!data) return <TableSkeleton />
  const mentors = (data.person?.mentorships ?? []).filter(({ to }) => to === null).map(({ mentor }) => mentor)
  return <RecommendersForm file={file} mentors={mentors} onClose={onClose} />
}

function RecommendersForm(props: { file: DossierFile; mentors: readonly Known[]; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { file, mentors } = props
  const named: Row[] = file.recommenders.map(({ person, togetherSince, substitute }) => ({
    personId: person.id,
    togetherSince,
    substitute,
  }))
  const helping: Row[] = mentors.map(({ id }) => ({ personId: id }))
  const first = [named, helping, [{}, {}]].find(({ length }) => length > 0)
  const known = [...file.recommenders.map(({ person }) => person), ...mentors]
  const save = (values: Record<string, unknown>) => {
    const recommenders = (values.recommenders as Row[]).map(
      ({ personId = '', togetherSince = '', substitute }) => ({
        personId,
        togetherSince,
        substitute: substitute === true,
      }),
    )
    const introducer = (values.introducer as string | undefined) ?? null
    const input = { dossierId: file.id, version: file.version, recommenders, introducer }
    return client.mutate({ mutation: RecommendersMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t('dossier.recommenders')}
      form={form}
      initial={{ recommenders: first, introducer: file.introducer ?? undefined }}
      savedText={t('dossier.recommendersSaved')}
      width={760}
      onSave={save}
      onClose={props.onClose}
    >
      <Rows known={known} today={today} />
      <FormFields fields={[INTRODUCER]} at={today} today={today} />
      <RuleNotes kind="READY" on={today} />
    </FormDialog>
  )
}
