import { useCallback } from 'react'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { viPages } from '../../app/i18n/vi-pages.js'

/** What is wrong with a cell: a code of ours in words, or what the server said. */
export function useFaultText(): (fault: string) => string {
  const { t } = useTexts()
  return useCallback(
    (fault) => {
      const key = `worksheet.fault.${fault}`
      return key in viPages ? t(key as TextKey) : fault
    },
    [t],
  )
}
