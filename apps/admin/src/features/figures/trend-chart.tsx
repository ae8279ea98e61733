import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Grain } from '@seedbed/shared'
import { useEffect, useMemo, useRef } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePreferences } from '../../app/preferences.js'
import { usePhone } from '../../app/use-media.js'
import { trendOption } from './trend-option.js'
import type { TrendRow } from './trend-rows.js'

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

/** The drawing of the trend; fetched only when it is shown. */
export function TrendChart(props: { rows: readonly TrendRow[]; grain: Grain; hasLastYear: boolean }) {
  const { language, t } = useTexts()
  const { theme } = usePreferences()
  const phone = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<echarts.EChartsType>(undefined)
  const { rows, grain, hasLastYear } = props
  const option = useMemo(
    () => trendOption({ rows, grain, hasLastYear, language, theme, t, phone }),
    [rows, grain, hasLastYear, language, theme, t, phone],
  )
  useEffect(() => {
    if (!box.current) return
    const drawn = echarts.init(box.current, undefined, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => chart.current?.setOption(option, true), [option])
  return <div className="sb-chart" ref={box} />
}
