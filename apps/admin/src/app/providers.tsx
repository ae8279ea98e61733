import type { ApolloClient } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import viVN from 'antd/locale/vi_VN'
import { useMemo, type ReactNode } from 'react'
import { DataVersionProvider } from './data-version.js'
import { ExportRecord } from './export-record.js'
import { NoticeProvider } from './notices.js'
import { PreferencesProvider, usePreferences } from './preferences.js'
import { adoptStyleNonce } from './style-nonce.js'
import { themeConfig } from './theme.js'
import { usePhone, useStillness } from './use-media.js'

const nonce = adoptStyleNonce()

function Themed({ children }: { children: ReactNode }) {
  const { language, theme } = usePreferences()
  const phone = usePhone()
  const still = useStillness()
  const config = useMemo(() => themeConfig(theme, phone, still), [theme, phone, still])
  return (
    <ConfigProvider
      locale={language === 'vi' ? viVN : enUS}
      theme={config}
      csp={nonce ? { nonce } : undefined}
      wave={{ disabled: true }}
    >
      <NoticeProvider>
        <ExportRecord />
        {children}
      </NoticeProvider>
    </ConfigProvider>
  )
}

/** Everything a screen needs around it: client, language, theme. */
export function Providers({ client, children }: { client: ApolloClient; children: ReactNode }) {
  return (
    <ApolloProvider client={client}>
      <PreferencesProvider>
        <DataVersionProvider>
          <Themed>{children}</Themed>
        </DataVersionProvider>
      </PreferencesProvider>
    </ApolloProvider>
  )
}
