import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'
import type { Agenda } from './meeting-draft.js'

type Row = { id: string; person: { fullName: string; birthDate: string } }

function Section(props: { letter: string; title: string; rows: readonly Row[]; columns: readonly string[] }) {
  const { t } = useTexts()
  const { letter, title, rows, columns } = props
  if (rows.length === 0) return null
  return (
    <section>
      <h2>
        {letter}. {title}
      </h2>
      <table>
        <thead>
          <tr>
            <th>{t('meeting.number')}</th>
            <th>{t('admissions.person')}</th>
            <th>{t('record.birthDate')}</th>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, person }, index) => (
            <tr key={id}>
              <td>
                {letter}
                {index + 1}
              </td>
              <td>{person.fullName}</td>
              <td>{formatDay(person.birthDate)}</td>
              {columns.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const BLANK = '................'

/** The agenda on paper, with blanks, for a cell that has no account: the clerk types back what was written in. */
export function MeetingSheet({ name, agenda }: { name: string; agenda: Agenda }) {
  const { t } = useTexts()
  const votes = [t('dossier.votes.agreed'), t('dossier.votes.against')]
  return (
    <div className="sb-print-sheet" aria-hidden>
      <h1>{t('meeting.sheet', { unit: name })}</h1>
      <p>
        {t('meeting.on')}: {BLANK} · {t('meeting.resolution')}: {BLANK}
      </p>
      <p>
        {t('meeting.officialMembers')}: {BLANK} · {t('dossier.votes.present')}: {BLANK}
      </p>
      <p>
        {t('dossier.votes.temporarilyAway')}: {BLANK} · {t('dossier.votes.exemptedAbsent')}: {BLANK}
      </p>
      <Section
        letter="A"
        title={t('sources.act.list')}
        rows={agenda.toList}
        columns={[t('meeting.agreed')]}
      />
      <Section
        letter="B"
        title={t('sources.act.mentor')}
        rows={agenda.toMentor}
        columns={[t('sources.mentors')]}
      />
      <Section letter="C" title={t('meeting.admission')} rows={agenda.toAdmit} columns={votes} />
      <Section letter="D" title={t('meeting.recognition')} rows={agenda.toRecognize} columns={votes} />
      <p className="sb-sheet-signs">
        <span>{t('meeting.secretary')}</span>
        <span>{t('meeting.chair')}</span>
      </p>
    </div>
  )
}
