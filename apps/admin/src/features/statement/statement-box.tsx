import { CopyOutlined, EditOutlined } from '@ant-design/icons'
import { useQuery } from '@apollo/client/react'
import { Button, Select } from 'antd'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useNotice } from '../../app/notices.js'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { useUnit } from '../organizations/unit-context.js'
import { FailureText } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { behindFigure } from '../../lib/behind.js'
import { failureOf } from '../../lib/errors.js'
import { explainFigure } from '../../lib/explain.js'
import { StatementQuery, type StatementUnit } from './statement-query.js'
import './statement.css'

const TemplateDialog = lazy(async () => ({
  default: (await import('./template-dialog.js')).TemplateDialog,
}))

function Paragraph({ parts }: Pick<StatementUnit['statement'], 'parts'>) {
  const { language } = useTexts()
  const { unitId, hrefTo } = usePlace()
  return (
    <p lang="vi">
      {parts.map(({ text, figure }, index) => {
        if (!figure) return text
        const { tab, extra } = behindFigure(figure.indicator)
        return (
          <Link
            key={`${index}-${figure.indicator}`}
            to={hrefTo(unitId, tab, extra)}
            title={explainFigure(figure, language)}
          >
            {text}
          </Link>
        )
      })}
    </p>
  )
}

function Tools({ unit }: { unit: StatementUnit }) {
  const { t } = useTexts()
  const { unit: shown } = useUnit()
  const { setParam } = usePlace()
  const say = useNotice()
  const copy = async () => {
    await navigator.clipboard?.writeText(unit.statement.text)
    say(t('statement.copied'))
  }
  return (
    <div className="sb-statement-tools">
      {unit.statementTemplates.length > 1 && (
        <Select
          aria-label={t('statement.template')}
          value={unit.statement.template.code}
          options={unit.statementTemplates.map(({ code, title }) => ({ value: code, label: title }))}
          onChange={(code) => setParam({ statement: code })}
        />
      )}
      <Button type="text" icon={<CopyOutlined />} onClick={() => void copy()}>
        {t('statement.copy')}
      </Button>
      {shown?.viewerCanChangeSettings && (
        <Button type="text" icon={<EditOutlined />} onClick={() => setParam({ dialog: 'template' })}>
          {t('statement.edit')}
        </Button>
      )}
    </div>
  )
}

/** The paragraph about the unit in the wording of its committee: every number leads to what is behind it. */
export function StatementBox() {
  const { t } = useTexts()
  const { place, question, unitId, params, setParam } = usePlace()
  const input = { ...question, template: params.get('statement') }
  const { data, previousData, error } = useQuery(StatementQuery, {
    variables: { id: unitId, at: place.asOf, input },
  })
  const unit = (data ?? previousData)?.organization
  const mayEdit = useUnit().unit?.viewerCanChangeSettings
  const shown = unit?.statementTemplates.find(({ id }) => id === unit.statement.template.id)
  return (
    <section className="sb-statement" aria-label={t('statement.title')} aria-busy={!data && !error}>
      {unit && <Paragraph parts={unit.statement.parts} />}
      {unit && <Tools unit={unit} />}
      {!unit && error && (
        <p className="sb-quiet">
          <FailureText failure={failureOf(error)} />
        </p>
      )}
      {!unit && !error && <Bone width="80%" />}
      {shown && mayEdit && params.get('dialog') === 'template' && (
        <Suspense>
          <TemplateDialog template={shown} onClose={() => setParam({ dialog: null })} />
        </Suspense>
      )}
    </section>
  )
}
