import {
  CONSISTENCY_CHECKS,
  READY_QUESTIONS,
  readyQuery,
  standardValues,
  type ReadyCode,
  type ReadyQuestion,
  type ReadyValues,
} from '@seedbed/shared'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { fill, useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { Box } from '../../components/box.js'
import { DayField } from '../../components/day-field.js'
import { Labelled } from '../../components/labelled.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { addressOf } from './draft.js'
import { KEPT_TEXTS } from './kept-texts.js'

function ReadyCard({ code }: { code: ReadyCode }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const { place, unitId } = usePlace()
  const navigate = useNavigate()
  const ready: ReadyQuestion = READY_QUESTIONS[code]
  const [values, setValues] = useState<ReadyValues>({})
  const all = { ...standardValues(code, place.asOf), ...values }
  const shown = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatCount(value, language) : formatDay(value),
    ]),
  )
  return (
    <article className="sb-query-card" aria-label={ready.label[language]}>
      <h3>{ready.label[language]}</h3>
      <p>{fill(ready.sentence[language], shown)}</p>
      <div className="sb-query-row">
        {Object.entries(ready.parameters).map(([name, { label, kind }]) => (
          <Labelled key={name} text={label[language]}>
            {kind === 'DAY' ? (
              <DayField
                value={String(all[name])}
                onChange={(day) => day && setValues({ ...values, [name]: day })}
              />
            ) : (
              <InputNumber
                aria-label={label[language]}
                value={Number(all[name])}
                min={0}
                max={36_500}
                onChange={(next) => next !== null && setValues({ ...values, [name]: next })}
              />
            )}
          </Labelled>
        ))}
        <Button
          className="sb-query-use"
          onClick={() => void navigate(addressOf(unitId, readyQuery(code, place.asOf, values)))}
        >
          {w('use')}
        </Button>
      </div>
    </article>
  )
}

/** Ready-made questions as cards: their parameters are set here, a click fills the builder. */
export function ReadyView() {
  const w = useOwnTexts(KEPT_TEXTS)
  const { viewerCanReadPeople } = useViewer()
  const codes = (Object.keys(READY_QUESTIONS) as ReadyCode[]).filter(
    (code) => READY_QUESTIONS[code].about === 'UNITS' || viewerCanReadPeople,
  )
  const checks = codes.filter((code) => CONSISTENCY_CHECKS.includes(code))
  const others = codes.filter((code) => !CONSISTENCY_CHECKS.includes(code))
  return (
    <>
      <p className="sb-query-hint">{w('readyHint')}</p>
      {(
        [
          ['questions', others],
          ['checks', checks],
        ] as const
      ).map(([title, list]) => (
        <Box key={title} title={w(title)}>
          <div className="sb-query-cards">
            {list.map((code) => (
              <ReadyCard key={code} code={code} />
            ))}
          </div>
        </Box>
      ))}
    </>
  )
}
