import { useQuery } from '@apollo/client/react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { FailureText } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { graphql } from '../../gql/graphql.js'
import { failureOf } from '../../lib/errors.js'
import { formatCount } from '../../lib/format.js'
import type { Declared } from './declared-query.js'

const ExplainQuery = graphql(`
  query ExplainDeclared($id: ID!, $at: Date!, $input: ExplainPercentageInput!) {
    organization(id: $id, at: $at) {
      id
      at
      explainPercentage(input: $input) {
        numerator
        denominator
        denominatorName
        text
        rounding {
          mode
          decimals
        }
      }
    }
  }
`)

const shown = 4

/** Which rounding, or which other denominator, gives the percentage that was printed. */
export function Explanations({ figure, printed }: { figure: Declared; printed: string }) {
  const { t, language } = useTexts()
  const { unitId } = usePlace()
  const { indicator, from, asOf } = figure
  const { data, error } = useQuery(ExplainQuery, {
    variables: { id: unitId, at: asOf, input: { indicator, from: from ?? asOf, asOf, printed } },
  })
  if (error)
    return (
      <small>
        <FailureText failure={failureOf(error)} />
      </small>
    )
  const ways = data?.organization?.explainPercentage
  if (!ways) return <Bone width="60%" />
  if (ways.length === 0) return <small>{t('declared.unexplained')}</small>
  return (
    <ul className="sb-explanations">
      {ways.slice(0, shown).map(({ text, numerator, denominator, denominatorName, rounding }) => (
        <li key={`${denominatorName}-${rounding.mode}-${rounding.decimals}`}>
          {`${text} = ${formatCount(numerator, language)} / ${formatCount(denominator, language)} ${denominatorName}, `}
          {t(rounding.mode === 'TRUNCATE' ? 'history.truncate' : 'history.halfUp', {
            n: rounding.decimals,
          }).toLocaleLowerCase(language)}
        </li>
      ))}
    </ul>
  )
}
