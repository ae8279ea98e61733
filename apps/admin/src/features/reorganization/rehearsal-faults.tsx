import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatCount } from '../../lib/format.js'
import { reorganizationHref } from './reorganization-href.js'
import type { Rehearsal } from './rehearsal-query.js'
import { Sentence } from './sentence.js'
import type { LoadedReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'

interface Props {
  rehearsal: Rehearsal
  loaded: LoadedReorganization
}

/** What keeps the reorganization from being carried out, each with the way to its operation. */
export function FaultsBox({ rehearsal, loaded }: Props) {
  const { w, language } = useWords()
  const { params } = usePlace()
  const { faults } = rehearsal
  const { reorganization, operations, founded } = loaded
  if (faults.length === 0) {
    return (
      <section className="sb-box sb-good" role="status">
        <CheckCircleOutlined aria-hidden /> <strong>{w('rehearsal.good')}</strong> {w('rehearsal.goodHint')}
      </section>
    )
  }
  const href = (operationId: string) =>
    reorganizationHref(params, reorganization?.id ?? '', { view: 'operations', operation: operationId })
  return (
    <Box title={w('rehearsal.faults', { n: formatCount(faults.length, language) })} className="sb-faults">
      <p className="sb-quiet">{w('rehearsal.faultsHint')}</p>
      <ul className="sb-list-plain">
        {faults.map(({ operationId, position, refusal }, index) => {
          const operation = operations.find(({ id }) => id === operationId)
          return (
            <li key={index}>
              <WarningOutlined aria-hidden className="sb-fault" />
              <div>
                <strong className="sb-fault">{refusal[language]}</strong>
                {operationId && position !== null ? (
                  <small>
                    <Link className="sb-underlined" to={href(operationId)}>
                      {w('list.number', { n: position })}
                    </Link>
                    {operation && (
                      <>
                        : <Sentence operation={operation} founded={founded} />
                      </>
                    )}
                  </small>
                ) : (
                  <small>{w('rehearsal.wholeFault')}</small>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Box>
  )
}
