import { addDays, OPEN_END } from '@seedbed/shared'
import { SeedbedError } from '../../errors/errors.js'
import { addDelegations } from '../dossiers/delegation.service.js'
import { addDossiers, draftOfImport, type ImportedDossier } from '../dossiers/dossier-import.service.js'
import { addStarts } from '../membership/one-door.service.js'
import type { LineOf } from './import-lines.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'

type Persons = ReadonlyMap<string, number>

/** The person of a reference; undefined when he should have come with a faulty line. */
function personOf(run: ImportRun, persons: Persons, ref: string): number | undefined {
  const id = persons.get(ref)
  if (id !== undefined || run.faults.refs.has(ref)) return id
  const reason = `no person ${ref}`
  throw new SeedbedError('NOT_FOUND', `person: ${reason}`, { fields: { person: reason } })
}

function dossierOf(run: ImportRun, persons: Persons, line: LineOf<'dossier'>): ImportedDossier | undefined {
  const person = personOf(run, persons, line.person)
  const document = documentOf(run, line.document)
  const named = (line.recommenders ?? []).map((one) => ({
    ...one,
    person: personOf(run, persons, one.person),
  }))
  if (person === undefined || document === undefined) return undefined
  const recommenders = named.flatMap(({ person: by, togetherSince, substitute = false }) =>
    by === undefined ? [] : [{ person: by, togetherSince, substitute }],
  )
  if (recommenders.length < named.length) return undefined
  return {
    ref: line.ref ?? null,
    opening: {
      ...{ person, on: line.on, document, note: line.note ?? null },
      foreignMarriage: line.foreignMarriage ?? false,
      schooling: line.schooling ?? null,
      recordClearedOn: line.recordClearedOn ?? null,
      leftForHardship: line.leftForHardship ?? false,
      papers: line.papers.map(({ form, datedOn, receivedOn = null, madeBy = null }) => ({
        ...{ form, dated: datedOn, receivedOn, madeBy, note: null },
      })),
    },
    recommenders,
    introducer: line.introducer ?? null,
    letters: (line.letters ?? []).map(({ abroad = false, answeredOn = null, outcome = null, ...rest }) => ({
      ...{ ...rest, abroad, answeredOn, outcome },
    })),
    approvals: (line.approvals ?? []).map(({ specialCase, givenBy, on }) => ({
      ...{ specialCase, givenBy, givenOn: on, document: null, note: null },
    })),
    steps: (line.steps ?? []).map((step) => draftOfImport(step)),
  }
}

/** Stores delegations, days of the procedure and dossiers, after the events, courses and mentors of the file. */
export async function importDossiers(run: ImportRun, persons: Persons): Promise<void> {
  const { ctx, lines, batch } = run
  await storeLines(
    run,
    lines.of('delegation'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      const validTo = line.to === undefined ? OPEN_END : addDays(line.to, 1)
      return { organization, validFrom: line.on, validTo, document, note: line.note ?? null }
    },
    (items) => addDelegations(ctx, items, batch),
  )
  await storeLines(
    run,
    lines.of('procedureStart'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      return { organization, on: line.on, document }
    },
    (items) => addStarts(ctx, items, batch),
  )
  await storeLines(
    run,
    lines.of('dossier'),
    (line) => dossierOf(run, persons, line),
    (items) => addDossiers(ctx, items, batch),
    ({ person }) => person,
  )
}
