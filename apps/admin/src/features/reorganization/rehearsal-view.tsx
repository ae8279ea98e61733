import { PrinterOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Working } from './working.js'
import { EmptyState } from '../../components/empty-state.js'
import { RefusalNote } from './refusal.js'
import { ChangesBox } from './rehearsal-changes.js'
import { FaultsBox } from './rehearsal-faults.js'
import { FiguresBox } from './rehearsal-figures.js'
import { CollisionsBox, HandworkBox, MattersBox, TargetsBox } from './rehearsal-matters.js'
import { SumsBox } from './rehearsal-sums.js'
import { TreesBox } from './rehearsal-trees.js'
import type { Header } from './reorganization-query.js'
import type { RehearsalState } from './use-rehearsal.js'
import type { LoadedReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'

interface Props {
  reorganization: Header
  loaded: LoadedReorganization
  rehearsal: RehearsalState
}

/** What carrying it out would do, faults first, without anything being touched. */
export function RehearsalView({ reorganization, loaded, rehearsal }: Props) {
  const { w } = useWords()
  const { result, failure, running, isCurrent, run } = rehearsal
  const isEmpty = reorganization.operationCount === 0
  const isDue = !isEmpty && !running && !failure && !isCurrent
  useEffect(() => {
    if (isDue) void run()
  }, [isDue, run])
  if (isEmpty) return <EmptyState title={w('rehearsal.nothing')} hint={w('list.noOperationsHint')} />
  return (
    <div className="sb-rehearsal">
      <div className="sb-reorg-bar sb-no-print">
        <p className="sb-quiet">{w('rehearsal.intro')}</p>
        <Button icon={<PrinterOutlined />} disabled={!result || running} onClick={() => window.print()}>
          {w('rehearsal.print')}
        </Button>
        <Button icon={<ReloadOutlined />} loading={running} onClick={() => void run()}>
          {w('rehearsal.again')}
        </Button>
      </div>
      {running && <Working text={w('rehearsal.running')} hint={w('rehearsal.runningHint')} />}
      <RefusalNote failure={failure} />
      {result && !running && (
        <>
          <FaultsBox rehearsal={result} loaded={loaded} />
          <SumsBox rehearsal={result} />
          <CollisionsBox rehearsal={result} />
          <HandworkBox rehearsal={result} />
          <TreesBox rehearsal={result} on={reorganization.effectiveOn} />
          <ChangesBox rehearsal={result} />
          <MattersBox rehearsal={result} />
          <TargetsBox rehearsal={result} />
          <FiguresBox rehearsal={result} on={reorganization.effectiveOn} />
        </>
      )}
    </div>
  )
}
