import {
  DEGREES,
  ETHNIC_GROUPS,
  INTRODUCERS,
  KINH,
  OCCUPATIONS,
  POLITICAL_THEORIES,
  RELIGIONS,
  SOURCE_KINDS,
} from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay, shortName } from '../../lib/format.js'
import type { Admission } from './admissions-query.js'

/** The attributes of the person as at the event, in the customary order; what is ordinary stays out. */
function useTags() {
  const { t, label } = useTexts()
  return ({ attributes: a, readmission, introducer, backfilled }: Admission): string[] =>
    [
      backfilled ? t('person.backfilled') : '',
      readmission ? t('filter.readmission') : '',
      a.female ? t('filter.female') : t('filter.male'),
      t('person.age', { n: a.age }),
      a.ethnicity === KINH ? '' : (ETHNIC_GROUPS[a.ethnicity] ?? a.ethnicity),
      a.religion ? (RELIGIONS[a.religion] ?? a.religion) : '',
      a.youthUnion ? t('filter.youthUnion') : '',
      a.degree && a.degree !== 'NONE' ? label(DEGREES, a.degree) : '',
      a.politicalTheory && a.politicalTheory !== 'NONE'
        ? `LLCT ${label(POLITICAL_THEORIES, a.politicalTheory)}`
        : '',
      label(OCCUPATIONS, a.occupation) || label(SOURCE_KINDS, a.sourceKind),
      introducer ? t('admissions.introducedBy', { name: label(INTRODUCERS, introducer) }) : '',
    ].filter(Boolean)
}

/** The people, one a line; on a phone one below the other. */
export function AdmissionRows({ rows }: { rows: readonly Admission[] }) {
  const { t } = useTexts()
  const { hrefTo, setParam } = usePlace()
  const tags = useTags()
  return (
    <table className="sb-people">
      <thead>
        <tr>
          <th scope="col">{t('admissions.person')}</th>
          <th scope="col">{t('admissions.organization')}</th>
          <th scope="col">{t('admissions.decidedOn')}</th>
          <th scope="col">{t('admissions.ceremonyOn')}</th>
          <th scope="col">{t('admissions.recognizedOn')}</th>
          <th scope="col">{t('admissions.officialFrom')}</th>
          <th scope="col">{t('admissions.attributes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <button type="button" onClick={() => setParam({ person: row.person.id })}>
                {row.person.fullName}
              </button>
            </td>
            <td>
              <Link to={hrefTo(row.organization.id, 'admissions')} title={row.organization.name}>
                {shortName(row.organization.name)}
              </Link>
            </td>
            <td data-label={t('admissions.decidedOn')}>{formatDay(row.decidedOn)}</td>
            <td data-label={t('admissions.ceremonyOn')}>{formatDay(row.ceremonyOn)}</td>
            <td data-label={t('admissions.recognizedOn')}>{formatDay(row.recognizedOn)}</td>
            <td data-label={t('admissions.officialFrom')}>{formatDay(row.officialFrom)}</td>
            <td>
              <ul className="sb-tags">
                {tags(row).map((tag) => (
                  <li key={tag}>{tag}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
