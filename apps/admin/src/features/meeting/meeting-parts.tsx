import { useQuery } from '@apollo/client/react'
import { Checkbox, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import { VoteLine } from '../dossiers/vote-fields.js'
import { KnownPerson } from '../people/person-picker.js'
import type { Ballot, MeetingDraft } from './meeting-draft.js'
import { PersonNameQuery, type Candidate, type MeetingDossier } from './meeting-query.js'

interface Part {
  draft: MeetingDraft
  change: (next: MeetingDraft) => void
}

type Someone = Pick<Candidate, 'person'>

/** A person with the number that stands beside the name on the printed sheet. */
function Line({ sign, one, children }: { sign: string; one: Someone; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <li className="sb-meeting-line">
      <span>
        <small>{sign}</small> <strong>{one.person.fullName}</strong>{' '}
        <small>{t('person.born', { day: formatDay(one.person.birthDate) })}</small>
      </span>
      {children}
    </li>
  )
}

/** A number of the form with its name beside it. */
export function Count(props: {
  label: string
  value?: number
  onChange: (value: number | undefined) => void
}) {
  return (
    <label className="sb-labelled">
      <span>{props.label}</span>
      <InputNumber
        min={0}
        max={100_000}
        precision={0}
        inputMode="numeric"
        value={props.value ?? null}
        onChange={(value) => props.onChange(value ?? undefined)}
      />
    </label>
  )
}

/** Who is put on the list of sympathisers. */
export function ListPart({ draft, change, rows }: Part & { rows: readonly Candidate[] }) {
  const { t } = useTexts()
  if (rows.length === 0) return null
  const toggle = (id: string) => {
    const listed = draft.listed.includes(id)
      ? draft.listed.filter((one) => one !== id)
      : [...draft.listed, id]
    change({ ...draft, listed })
  }
  return (
    <Box title={`A. ${t('sources.act.list')}`}>
      <ul>
        {rows.map((one, index) => (
          <Line key={one.id} sign={`A${index + 1}`} one={one}>
            <Checkbox checked={draft.listed.includes(one.person.id)} onChange={() => toggle(one.person.id)}>
              {t('meeting.agreed')}
            </Checkbox>
          </Line>
        ))}
      </ul>
    </Box>
  )
}

function Mentor(props: { label: string; value?: string; onChange: (id: string) => void }) {
  const { value = '' } = props
  const { data } = useQuery(PersonNameQuery, { variables: { id: value }, skip: value === '' })
  return (
    <label className="sb-labelled">
      <span>{props.label}</span>
      <KnownPerson value={props.value} onChange={props.onChange} known={data?.person ? [data.person] : []} />
    </label>
  )
}

/** Who is assigned to help whom: one member or two. */
export function MentorPart({ draft, change, rows }: Part & { rows: readonly Candidate[] }) {
  const { t } = useTexts()
  if (rows.length === 0) return null
  const set = (person: string, at: number, mentor: string) => {
    const mentors = [...(draft.mentors[person] ?? [])]
    mentors[at] = mentor
    change({ ...draft, mentors: { ...draft.mentors, [person]: mentors } })
  }
  return (
    <Box title={`B. ${t('sources.act.mentor')}`}>
      <ul>
        {rows.map((one, index) => {
          const mentors = draft.mentors[one.person.id] ?? []
          const places = mentors.length === 0 ? [0] : [0, 1]
          return (
            <Line key={one.id} sign={`B${index + 1}`} one={one}>
              {places.map((at) => (
                <Mentor
                  key={at}
                  label={t('meeting.mentor', { n: at + 1, name: one.person.fullName })}
                  value={mentors[at]}
                  onChange={(mentor) => set(one.person.id, at, mentor)}
                />
              ))}
            </Line>
          )
        })}
      </ul>
    </Box>
  )
}

/** A vote for each person by itself, as the rule asks. */
export function VotePart(
  props: Part & { letter: string; title: string; rows: readonly MeetingDossier[]; none?: string },
) {
  const { t } = useTexts()
  const { draft, change, letter, rows } = props
  if (rows.length === 0) return null
  const set = (id: string, more: Ballot) =>
    change({ ...draft, ballots: { ...draft.ballots, [id]: { ...draft.ballots[id], ...more } } })
  return (
    <Box title={`${letter}. ${props.title}`} note={t('meeting.each')}>
      <ul>
        {rows.map((one, index) => {
          const ballot = draft.ballots[one.id] ?? {}
          const { officialMembers, temporarilyAway, exemptedAbsent } = draft
          const votes = { officialMembers, temporarilyAway, exemptedAbsent, agreed: ballot.agreed }
          return (
            <Line key={one.id} sign={`${letter}${index + 1}`} one={one}>
              <Count
                label={t('dossier.votes.agreed')}
                value={ballot.agreed}
                onChange={(agreed) => set(one.id, { agreed })}
              />
              <Count
                label={t('dossier.votes.against')}
                value={ballot.against}
                onChange={(against) => set(one.id, { against })}
              />
              {ballot.agreed !== undefined && <VoteLine votes={votes} rule="CELL_VOTE_SHARE" on={draft.on} />}
            </Line>
          )
        })}
      </ul>
    </Box>
  )
}
