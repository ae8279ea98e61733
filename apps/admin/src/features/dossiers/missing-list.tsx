import { WarningOutlined } from '@ant-design/icons'
import { useTexts } from '../../app/i18n/i18n.js'
import type { NextStep } from './dossier-query.js'

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`

/** What a step would still be refused for, in words. */
export function MissingList({ missing }: { missing: NextStep['missing'] }) {
  const { t, language } = useTexts()
  if (missing.length === 0) return null
  return (
    <div className="sb-missing sb-wide">
      <strong>
        <WarningOutlined aria-hidden /> {t('dossier.missing')}
      </strong>
      <ul>
        {missing.map((one) => (
          <li key={one.vi}>
            {capital(one[language])}
            {one.regulation && <small>{t('dossier.byRegulation', { regulation: one.regulation })}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}
