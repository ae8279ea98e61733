import type { EChartsCoreOption } from 'echarts/core'
import type { Grain } from '@seedbed/shared'
import type { TextKey, TextParams } from '../../app/i18n/i18n.js'
import { COLORS, type ThemeName } from '../../app/tokens.js'
import { formatCount, type Language } from '../../lib/format.js'
import { trendLabel } from './trend-label.js'
import type { TrendRow } from './trend-rows.js'

interface Input {
  rows: readonly TrendRow[]
  grain: Grain
  hasLastYear: boolean
  language: Language
  theme: ThemeName
  phone: boolean
  t: (key: TextKey, params?: TextParams) => string
}

interface Line {
  name: string
  values: ReadonlyArray<number | null>
  color: string
  width: number
  dashed?: boolean
  strong?: boolean
}

const FONT = "'Inter Variable', sans-serif"

/** Puts labels that would lie upon each other below one another, highest value first; offsets in pixels. */
function spread(lines: readonly Line[], height: number, most: number): number[] {
  const ends = lines.map((line) => line.values.findLast((value) => value !== null) ?? 0)
  const order = ends.map((_, index) => index).sort((a, b) => ends[b]! - ends[a]!)
  const offsets = ends.map(() => 0)
  let lowest = -Infinity
  for (const index of order) {
    const y = height * (1 - ends[index]! / most)
    const placed = Math.max(y, lowest + 16)
    offsets[index] = placed - y
    lowest = placed
  }
  return offsets
}

function lineSeries(line: Line, offset: number, color: { text: string }, language: Language) {
  const lastIndex = line.values.findLastIndex((value) => value !== null)
  const value = line.values[lastIndex]
  return {
    type: 'line',
    data: line.values.map((y, index) =>
      index === lastIndex ? { value: y, label: { show: true } } : { value: y },
    ),
    symbol: 'none',
    showSymbol: false,
    silent: true,
    lineStyle: { color: line.color, width: line.width, type: line.dashed ? 'dashed' : 'solid' },
    itemStyle: { color: line.color },
    endLabel: {
      show: value !== undefined && value !== null,
      formatter: `{n|${formatCount(Math.round(value ?? 0), language)}} ${line.name}`,
      offset: [0, offset],
      color: color.text,
      fontSize: 12,
      fontFamily: FONT,
      rich: { n: { fontWeight: 600, fontSize: 12, color: line.strong ? line.color : color.text } },
    },
    z: line.strong ? 4 : 3,
  }
}

function linesOf({ rows, hasLastYear, theme, t }: Input): Line[] {
  const c = COLORS[theme]
  const lines: Line[] = []
  const year = rows[0]?.from.slice(0, 4) ?? ''
  if (rows.some((row) => row.target !== null)) {
    lines.push({
      name: t('trend.labelTarget'),
      values: rows.map((row) => row.target),
      color: c.tertiary,
      width: 1.2,
      dashed: true,
    })
  }
  if (hasLastYear) {
    lines.push({
      name: t('trend.labelYear', { year: Number(year) - 1 }),
      values: rows.map((row) => row.lastYearCumulative),
      color: c.lastYear,
      width: 1.5,
    })
  }
  const name = hasLastYear ? t('trend.labelYear', { year }) : t('trend.labelNow')
  lines.push({ name, values: rows.map((row) => row.cumulative), color: c.accent, width: 2.2, strong: true })
  return lines
}

/** Two drawings over one calendar: cumulative lines above, the single months as columns below; labels, no legend. */
export function trendOption(input: Input): EChartsCoreOption {
  const { rows, grain, language, theme, phone } = input
  const c = COLORS[theme]
  const lines = linesOf(input)
  const most = Math.max(1, ...lines.flatMap((line) => line.values.map((value) => value ?? 0)))
  const offsets = spread(lines, 108, most)
  const labels = rows.map((row) => trendLabel(row, grain, language))
  const axis = { color: c.secondary, fontSize: 12, fontFamily: FONT }
  const right = phone ? 96 : 104
  return {
    animation: false,
    grid: [
      { left: 40, right, top: 10, height: 118 },
      { left: 40, right, top: 158, height: 46 },
    ],
    xAxis: [
      { type: 'category', gridIndex: 0, data: labels, show: false, boundaryGap: true },
      {
        type: 'category',
        gridIndex: 1,
        data: labels,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: c.border } },
        axisLabel: { ...axis, hideOverlap: true, margin: 6 },
      },
    ],
    yAxis: [
      {
        gridIndex: 0,
        splitNumber: 3,
        axisLabel: { ...axis, formatter: (value: number) => formatCount(value, language) },
        splitLine: { lineStyle: { color: c.split } },
      },
      { gridIndex: 1, show: false },
    ],
    series: [
      ...lines.map((line, index) => ({
        ...lineSeries(line, offsets[index]!, { text: c.secondary }, language),
        xAxisIndex: 0,
        yAxisIndex: 0,
      })),
      {
        type: 'bar',
        xAxisIndex: 1,
        yAxisIndex: 1,
        silent: true,
        barWidth: '56%',
        data: rows.map((row) => ({
          value: row.count,
          itemStyle: { color: row.incomplete ? c.lastYear : c.bar },
        })),
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          position: 'top',
          distance: 3,
          color: c.text,
          fontSize: phone ? 11 : 12,
          fontFamily: FONT,
          formatter: ({ value }: { value?: number }) => formatCount(value ?? null, language),
        },
      },
    ],
  }
}
