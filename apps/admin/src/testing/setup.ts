import '../app/i18n/page-texts.js'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/** There is no layout here for a chart to be drawn in; the table behind it and the browser tests stand for it. */
vi.mock('../features/figures/trend-chart.js', () => ({ TrendChart: () => null }))

/** Routes and dialogs are fetched lazily; on a busy machine the first of them takes seconds. */
configure({
  asyncUtilTimeout: 10_000,
  defaultHidden: true,
  getElementError: (message) => new Error(message ?? 'not found'),
})

afterEach(() => {
  cleanup()
  localStorage.clear()
})
