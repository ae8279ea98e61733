import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import { INTRODUCERS, LETTER_OUTCOMES, SPECIAL_CASES } from '@seedbed/shared'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import type { DossierFile, DossierStanding } from './dossier-query.js'
import { hasEnded } from './stage-track.js'

function Sign({ good }: { good: boolean }) {
  return good ? (
    <CheckOutlined aria-hidden className="sb-good" />
  ) : (
    <WarningOutlined aria-hidden className="sb-bad" />
  )
}

function Act({ may, onClick, children }: { may: boolean; onClick: () => void; children: ReactNode }) {
  return may ? <Button onClick={onClick}>{children}</Button> : null
}

interface Props {
  file: DossierFile
  onAct: () => void
}

/** The papers that the next vote asks for with their state, and everything that was put in. */
export function PapersBox({ file, needs, onAct }: Props & { needs: DossierStanding['paperNeeds'] }) {
  const { t } = useTexts()
  const valid = needs.filter(({ state }) => state === 'VALID').length
  const note = needs.length > 0 ? t('dossier.paper.count', { n: valid, of: needs.length }) : undefined
  const may = file.viewerCanPrepare && !hasEnded(file.state)
  return (
    <Box
      title={t('dossier.papers')}
      note={note}
      extra={
        <Act may={may} onClick={onAct}>
          {t('dossier.remedy.papers')}
        </Act>
      }
    >
      <ul className="sb-facts-list">
        {needs.map(({ formCodes, title, state, paper }) => (
          <li key={formCodes.join()}>
            <Sign good={state === 'VALID'} /> <strong>{title}</strong> {formCodes.join(' / ')}
            <small>
              {t(`dossier.paper.${state as 'MISSING' | 'VALID' | 'EXPIRED'}`)}
              {paper && ` · ${t('dossier.paper.dated', { day: formatDay(paper.datedOn) })}`}
              {paper?.expiresOn && ` · ${t('dossier.paper.expires', { day: formatDay(paper.expiresOn) })}`}
            </small>
          </li>
        ))}
      </ul>
      {file.papers.length > 0 && (
        <details className="sb-folded">
          <summary>{t('dossier.paper.all', { n: file.papers.length })}</summary>
          <ul className="sb-facts-list">
            {file.papers.map((one) => (
              <li key={one.id}>
                {one.formCode} · {one.title}
                <small>
                  {t('dossier.paper.dated', { day: formatDay(one.datedOn) })}
                  {one.expiresOn && ` · ${t('dossier.paper.expires', { day: formatDay(one.expiresOn) })}`}
                  {one.madeBy && ` · ${one.madeBy}`}
                  {one.superseded && ` · ${t('dossier.paper.superseded')}`}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Box>
  )
}

/** The letters of the verification and what was answered. */
export function LettersBox({ file, onAnswer }: { file: DossierFile; onAnswer: (id: string) => void }) {
  const { t, label } = useTexts()
  if (file.letters.length === 0) return null
  const may = file.viewerCanPrepare && !hasEnded(file.state)
  return (
    <Box title={t('dossier.verification')}>
      <ul className="sb-facts-list">
        {file.letters.map((one) => (
          <li key={one.id} className="sb-with-act">
            <span>
              <Sign good={one.outcome === 'CLEAR'} /> <strong>{one.addressee}</strong> · {one.subject}
              <small>
                {t('dossier.letter.sent', { day: formatDay(one.sentOn) })}
                {one.abroad && ` · ${t('dossier.letter.abroad')}`}
                {' · '}
                {one.answeredOn
                  ? `${t('dossier.letter.answered', { day: formatDay(one.answeredOn) })}: ${label(LETTER_OUTCOMES, one.outcome)}`
                  : t('dossier.letter.waiting')}
                {one.note && ` · ${one.note}`}
              </small>
            </span>
            <Act may={may && !one.answeredOn} onClick={() => onAnswer(one.id)}>
              {t('dossier.remedy.letter')}
            </Act>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** Who introduces the applicant. */
export function RecommendersBox({ file, onAct }: Props) {
  const { t, label } = useTexts()
  const may = file.viewerCanPrepare && !hasEnded(file.state)
  return (
    <Box
      title={t('dossier.recommenders')}
      extra={
        <Act may={may} onClick={onAct}>
          {t(file.recommenders.length > 0 ? 'rules.change' : 'dossier.remedy.recommenders')}
        </Act>
      }
    >
      {file.recommenders.length === 0 && <p className="sb-quiet">{t('dossier.noRecommenders')}</p>}
      <ul className="sb-facts-list">
        {file.recommenders.map(({ person, togetherSince, substitute }) => (
          <li key={person.id}>
            <strong>{person.fullName}</strong>
            <small>
              {t('dossier.together', { day: formatDay(togetherSince) })}
              {substitute && ` · ${t('dossier.substitute')}`}
            </small>
          </li>
        ))}
        {file.introducer && <li>{label(INTRODUCERS, file.introducer)}</li>}
      </ul>
    </Box>
  )
}

/** Cases of the applicant that need an approval of their own, and the approvals given. */
export function ApprovalsBox({ file, onAct }: Props) {
  const { t, label } = useTexts()
  if (file.specialCases.length === 0 && file.approvals.length === 0) return null
  const may =
    file.viewerCanPrepare && !hasEnded(file.state) && file.specialCases.some(({ approved }) => !approved)
  return (
    <Box
      title={t('dossier.approvals')}
      extra={
        <Act may={may} onClick={onAct}>
          {t('dossier.remedy.approval')}
        </Act>
      }
    >
      <ul className="sb-facts-list">
        {file.specialCases.map(({ specialCase, approved }) => (
          <li key={specialCase}>
            <Sign good={approved} /> <strong>{label(SPECIAL_CASES, specialCase)}</strong>
            <small>{t(approved ? 'dossier.approved' : 'dossier.notApproved')}</small>
          </li>
        ))}
        {file.approvals.map((one) => (
          <li key={one.id}>
            {label(SPECIAL_CASES, one.specialCase)}: {one.givenBy}
            <small>
              {formatDay(one.on)}
              {one.note && ` · ${one.note}`}
            </small>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** The four days of an admission, which are never mixed. */
export function FourDays({
  file,
}: {
  file: Pick<DossierFile, 'decidedOn' | 'ceremonyOn' | 'recognizedOn' | 'officialFrom'>
}) {
  const { t } = useTexts()
  if (!file.decidedOn) return null
  return (
    <dl className="sb-four-days">
      {(['decidedOn', 'ceremonyOn', 'recognizedOn', 'officialFrom'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`dossier.${name}`)}</dt>
          <dd>{formatDay(file[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
