import { Drawer } from 'antd'
import type { Header, ListedOperation, NewUnit } from './reorganization-query.js'
import { Sentence } from './sentence.js'
import { SplitChildren } from './split-children.js'
import { SplitPersons } from './split-persons.js'
import { nameOf } from './unit-choice.js'
import { useWords } from './use-words.js'

export interface SplitProps {
  header: Header
  operation: ListedOperation
  founded: ReadonlyMap<string, NewUnit>
}

/** What the successors of a split unit are called, by their place in the list. */
export function heirNames({ operation, founded }: Omit<SplitProps, 'header'>): string[] {
  return operation.successors.map(({ unit, newUnit }) => newUnit?.name ?? nameOf(unit, founded))
}

/** Who goes where when a unit is split: the persons of a cell, or the units below any other unit. */
export function SplitDrawer({ onClose, ...props }: SplitProps & { onClose: () => void }) {
  const { w } = useWords()
  const { operation, founded } = props
  const [unit] = operation.units
  const holdsMembers = operation.work !== null || unit?.organization?.holdsMembers === true
  return (
    <Drawer open size={860} onClose={onClose} title={w('split.title', { unit: nameOf(unit, founded) })}>
      <p className="sb-explain">
        <Sentence operation={operation} founded={founded} />
      </p>
      {holdsMembers ? <SplitPersons {...props} /> : <SplitChildren {...props} />}
    </Drawer>
  )
}
