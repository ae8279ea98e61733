import { useQuery } from '@apollo/client/react'
import { INDICATORS, NO_VALUE_REASONS, findIndicator } from '@seedbed/shared'
import { Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { Labelled } from '../../components/labelled.js'
import { Bone } from '../../components/skeletons.js'
import { formatCount, formatFigure } from '../../lib/format.js'
import { RatioQuery, type ComparedFigure } from './comparison-query.js'

/** Numbers of persons that can be set against each other. */
export const PERSONS = INDICATORS.filter(({ unit }) => unit === 'PERSONS')

const personsNamed = (id: string | null) => PERSONS.find((indicator) => indicator.id === id)?.id

function Choice({ text, name, chosen }: { text: string; name: string; chosen: string | undefined }) {
  const { t, language } = useTexts()
  const { setParam } = usePlace()
  return (
    <Labelled text={text}>
      <Select
        aria-label={text}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder={t('ratio.choose')}
        value={chosen}
        options={PERSONS.map(({ id, label }) => ({ value: id, label: label[language] }))}
        onChange={(id: string | undefined) => setParam({ [name]: id }, true)}
      />
    </Labelled>
  )
}

function Answer({ figure, over, under }: { figure: ComparedFigure; over: string; under: string }) {
  const { label, language } = useTexts()
  const named = (told: string | null, id: string) =>
    language === 'vi' && told ? told : (findIndicator(id)?.label[language].toLocaleLowerCase(language) ?? id)
  return (
    <p className="sb-ratio-answer">
      <strong>{formatFigure(figure, language)}</strong>
      <span>
        {formatCount(figure.numerator, language)} {named(figure.numeratorName, over)} /{' '}
        {formatCount(figure.denominator, language)} {named(figure.denominatorName, under)}
      </span>
      {figure.value === null && <em>{label(NO_VALUE_REASONS, figure.reason)}</em>}
    </p>
  )
}

/** Any number of persons set against any other, both named. */
export function RatioBox() {
  const { t } = useTexts()
  const { question, place, unitId, params } = usePlace()
  const over = personsNamed(params.get('over'))
  const under = personsNamed(params.get('under'))
  const { data, previousData, error, refetch } = useQuery(RatioQuery, {
    variables: {
      id: unitId,
      at: place.asOf,
      input: { ...question, numerator: over ?? '', denominator: under ?? '' },
    },
    skip: !over || !under,
  })
  const figure = (data ?? previousData)?.organization?.ratio
  const isAsked = over !== undefined && under !== undefined
  return (
    <Box title={t('ratio.title')} className="sb-ratio">
      <div className="sb-compare-controls">
        <Choice text={t('ratio.over')} name="over" chosen={over} />
        <Choice text={t('ratio.under')} name="under" chosen={under} />
        {!isAsked && <p className="sb-quiet">{t('ratio.hint')}</p>}
        {isAsked && error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {isAsked && !figure && !error && <Bone width={160} height={28} />}
        {isAsked && figure && !(error && !data) && <Answer figure={figure} over={over} under={under} />}
      </div>
    </Box>
  )
}
