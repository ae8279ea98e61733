import { useMutation } from '@apollo/client/react'
import { addDays, ORGANIZATION_EVENT_KINDS, type OrganizationEventKind } from '@seedbed/shared'
import { Button, Modal, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useNotice } from '../../app/notices.js'
import { OperationDialog } from './operation-dialog.js'
import { operationInput, type OperationValues } from './operation-form.js'
import { RefusalNote } from './refusal.js'
import { AddOperationsMutation } from './reorganization-mutations.js'
import type { Header, ListedOperation } from './reorganization-query.js'
import { TreePane } from './tree-pane.js'
import type { Choice } from './unit-choice.js'
import { UnitSource } from './unit-field.js'
import { useChange } from './use-change.js'
import type { LoadedReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'

interface Asked {
  kind: OrganizationEventKind
  given: OperationValues
}

/** What happens to a unit by the operations so far, in the word of the kind. */
function useTouched(operations: readonly ListedOperation[]): ReadonlyMap<string, string> {
  const { label } = useWords()
  return useMemo(
    () =>
      new Map(
        operations.flatMap(({ kind, units }) =>
          units.flatMap(({ organization }) =>
            organization ? [[organization.id, label(ORGANIZATION_EVENT_KINDS, kind)] as const] : [],
          ),
        ),
      ),
    [operations, label],
  )
}

interface Picks {
  picked: Choice[]
  target: Choice | null
}

function usePicks() {
  const [{ picked, target }, setPicks] = useState<Picks>({ picked: [], target: null })
  const pick = (unit: Choice, add: boolean) =>
    setPicks((now) => {
      const others = now.picked.filter(({ value }) => value !== unit.value)
      return { ...now, picked: add ? [...others, unit] : others }
    })
  const aim = (unit: Choice, add: boolean) => setPicks((now) => ({ ...now, target: add ? unit : null }))
  return { picked, target, pick, aim, clear: () => setPicks({ picked: [], target: null }) }
}

interface ActionsProps {
  picked: readonly Choice[]
  target: Choice | null
  busy: boolean
  onUnpick: (unit: Choice) => void
  onDo: (kind: 'MOVE' | 'MERGE') => void
  onAsk: (asked: Asked) => void
}

/** What can be done with the units that are picked, without dragging anything. */
function Actions({ picked, target, busy, onUnpick, onDo, onAsk }: ActionsProps) {
  const { w } = useWords()
  const units = [...picked]
  const [first] = units
  const none = units.length === 0
  const onto = target ?? { label: '…' }
  return (
    <section className="sb-box sb-pane-actions" aria-label={w('trees.what')}>
      <div className="sb-pane-picked" role="status">
        {none && !target ? w('trees.pickFirst') : w('trees.picked')}
        {units.map((unit) => (
          <Tag key={unit.value} closable onClose={() => onUnpick(unit)}>
            {unit.label}
          </Tag>
        ))}
        {target && (
          <>
            <span aria-hidden>→</span> <strong>{target.label}</strong>
          </>
        )}
      </div>
      <div className="sb-reorg-actions">
        <Button disabled={none || !target} loading={busy} onClick={() => onDo('MOVE')}>
          {w('trees.move', { unit: onto.label })}
        </Button>
        <Button disabled={none || !target} loading={busy} onClick={() => onDo('MERGE')}>
          {w('trees.mergeInto', { unit: onto.label })}
        </Button>
        <Button
          disabled={none}
          onClick={() =>
            onAsk({
              kind: 'MERGE',
              given: {
                units,
                heir: { how: 'NEW', ...(target ? { newUnit: { parent: target } as never } : {}) },
              },
            })
          }
        >
          {w('trees.mergeNew')}
        </Button>
        <Button
          disabled={units.length !== 1}
          onClick={() => onAsk({ kind: 'SPLIT', given: { unit: first } })}
        >
          {w('do.SPLIT')}…
        </Button>
        <Button disabled={none} onClick={() => onAsk({ kind: 'DISSOLVE', given: { units } })}>
          {w('do.DISSOLVE')}…
        </Button>
      </div>
    </section>
  )
}

interface Props {
  reorganization: Header
  loaded: LoadedReorganization
}

/** Two trees of the day before: units are picked or dragged from the left one onto a unit of the right one. */
export function TwoTrees({ reorganization, loaded }: Props) {
  const { w } = useWords()
  const say = useNotice()
  const { founded, operations } = loaded
  const { picked, target, pick, aim, clear } = usePicks()
  const [dropped, setDropped] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [add] = useMutation(AddOperationsMutation)
  const { busy, failure, run } = useChange()
  const at = addDays(reorganization.effectiveOn, -1)
  const touched = useTouched(operations)
  const openTo = reorganization.organization?.id
  const names = picked.map(({ label }) => label).join(', ')
  const carryOut = async (kind: 'MOVE' | 'MERGE') => {
    if (!target) return
    const heir = { how: 'STANDING' as const, unit: target }
    const input = operationInput(kind, { units: picked, parent: target, heir })
    const { id, version } = reorganization
    const done = await run(() => add({ variables: { input: { id, version, operations: [input] } } }))
    setDropped(false)
    if (!done) return
    say(w('add.saved'))
    clear()
  }
  const onDrop = (dragged: Choice, onto: Choice) => {
    if (dragged.value === onto.value) return
    pick(dragged, true)
    aim(onto, true)
    setDropped(true)
  }
  return (
    <UnitSource value={{ at, founded }}>
      <Actions
        picked={picked}
        target={target}
        busy={busy}
        onUnpick={(unit) => pick(unit, false)}
        onDo={(kind) => void carryOut(kind)}
        onAsk={setAsked}
      />
      <RefusalNote failure={failure} />
      <div className="sb-panes">
        <TreePane
          title={w('trees.from')}
          hint={w('trees.fromHint')}
          at={at}
          openTo={openTo}
          picked={picked}
          touched={touched}
          onPick={pick}
          isSource
        />
        <TreePane
          title={w('trees.to')}
          hint={w('trees.toHint')}
          at={at}
          openTo={openTo}
          founded={founded}
          picked={target ? [target] : []}
          touched={touched}
          onPick={aim}
          onDrop={onDrop}
        />
      </div>
      <Modal
        open={dropped && !!target}
        footer={null}
        title={w('trees.dropped')}
        onCancel={() => setDropped(false)}
      >
        <p className="sb-explain">
          {names} → {target?.label}
        </p>
        <div className="sb-drop-choices">
          <Button loading={busy} onClick={() => void carryOut('MOVE')}>
            {w('trees.move', { unit: target?.label ?? '' })}
          </Button>
          <Button loading={busy} onClick={() => void carryOut('MERGE')}>
            {w('trees.mergeInto', { unit: target?.label ?? '' })}
          </Button>
          <Button type="text" onClick={() => setDropped(false)}>
            {w('cancel')}
          </Button>
        </div>
      </Modal>
      {asked && (
        <OperationDialog
          header={reorganization}
          founded={founded}
          kind={asked.kind}
          given={{
            ...(asked.kind === 'SPLIT' ? { heirs: [{ how: 'NEW' }, { how: 'NEW' }] } : {}),
            ...asked.given,
          }}
          onClose={() => {
            setAsked(null)
            clear()
          }}
        />
      )}
    </UnitSource>
  )
}
