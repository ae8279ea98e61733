import { MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Language } from '../lib/format.js'
import { useTexts } from './i18n/i18n.js'
import { usePreferences } from './preferences.js'

const LANGUAGES: readonly Language[] = ['vi', 'en']

/** Language and theme. */
export function Switches() {
  const { t } = useTexts()
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const name = t(theme === 'dark' ? 'frame.light' : 'frame.dark')
  return (
    <div className="sb-switches">
      <div className="sb-language" role="group" aria-label={t('frame.language')}>
        {LANGUAGES.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => setLanguage(code)}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </div>
      <Button
        title={name}
        type="text"
        aria-label={name}
        icon={theme === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
    </div>
  )
}
