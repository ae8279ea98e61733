import { addDays, INDICATORS, PERIMETERS, type Day } from '@seedbed/shared'
import { Box } from '../../components/box.js'
import { figureOf, formatDay, formatFigure } from '../../lib/format.js'
import type { Rehearsal } from './rehearsal-query.js'
import { useWords } from './use-words.js'

type UnitFigures = Rehearsal['figures'][number]

/** The indicators that the answer has, in its order. */
function indicatorsOf(figures: readonly UnitFigures[]): string[] {
  const ids = figures.flatMap(({ before, recorded, restated }) =>
    [...(before ?? []), ...(recorded ?? []), ...(restated ?? [])].map(({ indicator }) => indicator),
  )
  return [...new Set(ids)]
}

/** Figures of the units concerned on the eve, and on the day as recorded and restated. */
export function FiguresBox({ rehearsal, on }: { rehearsal: Rehearsal; on: Day }) {
  const { w, label, language } = useWords()
  const { figures } = rehearsal
  if (figures.length === 0) return null
  const ids = indicatorsOf(figures)
  const named = (id: string) => INDICATORS.find((indicator) => indicator.id === id)?.label[language] ?? id
  const columns = [
    ['before', w('figures.before', { day: formatDay(addDays(on, -1)) })],
    ['recorded', `${formatDay(on)}: ${label(PERIMETERS, 'RECORDED').toLocaleLowerCase(language)}`],
    ['restated', `${formatDay(on)}: ${label(PERIMETERS, 'RESTATED').toLocaleLowerCase(language)}`],
  ] as const
  return (
    <Box title={w('figures.title')} note={w('figures.note')}>
      <div className="sb-wide-table">
        <table className="sb-plain">
          <thead>
            <tr>
              <th rowSpan={2}>{w('changes.unit')}</th>
              {columns.map(([name, title]) => (
                <th key={name} colSpan={ids.length} scope="colgroup">
                  {title}
                </th>
              ))}
            </tr>
            <tr>
              {columns.flatMap(([name]) =>
                ids.map((id) => (
                  <th key={`${name} ${id}`} className="sb-num">
                    {named(id)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {figures.map((unit) => (
              <tr key={unit.key}>
                <th scope="row">
                  {unit.name} <small>{unit.code}</small>
                </th>
                {columns.flatMap(([name]) =>
                  ids.map((id) => (
                    <td key={`${name} ${id}`} className="sb-num">
                      {formatFigure(figureOf(unit[name] ?? [], id), language)}
                    </td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Box>
  )
}
