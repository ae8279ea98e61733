import { BulkOpenDialog } from '../dossiers/bulk-open-dialog.js'
import { usePlace } from '../../app/use-place.js'
import { AnswerDialog } from './answer-dialog.js'
import { BulkDialog, type BulkAction } from './bulk-dialog.js'
import { IdentifyDialog } from './identify-dialog.js'
import { NoSourceDialog } from './no-source-dialog.js'
import type { SourcesAnswer } from './sources-query.js'

const BULK: readonly BulkAction[] = ['list', 'mentor', 'enrol', 'strike']

/** The dialog that the address names; what is chosen on the page goes into those for many. */
export function SourceDialogs(props: {
  unit: SourcesAnswer
  selected: readonly string[]
  onDone: () => void
}) {
  const { params, setParam } = usePlace()
  const close = () => setParam({ dialog: null, offer: null })
  const name = params.get('dialog')
  const offer = props.unit.candidatesOffered.find(({ id }) => id === params.get('offer'))
  const bulk = BULK.find((one) => one === name)
  const done = () => {
    props.onDone()
    close()
  }
  if (bulk && props.selected.length > 0)
    return <BulkDialog action={bulk} persons={props.selected} onClose={close} onSaved={done} />
  if (name === 'dossiers' && props.selected.length > 0) {
    const people = props.unit.candidates.edges
      .map(({ node }) => node)
      .filter(({ id }) => props.selected.includes(id))
      .map(({ id, person }) => ({ id, name: person.fullName }))
    return <BulkOpenDialog people={people} onClose={close} onDone={done} />
  }
  if (name === 'identify') return <IdentifyDialog unit={props.unit} onClose={close} />
  if (name === 'noSource') return <NoSourceDialog unit={props.unit} onClose={close} />
  if (offer && (name === 'accept' || name === 'decline'))
    return <AnswerDialog offer={offer} accepts={name === 'accept'} onClose={close} />
  return null
}
