import type { RequestContext } from '../../context.js'
import { notFound, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { loadPersons } from '../people/person.service.js'
import type { DossierFile } from './dossier-file.js'
import { listApprovals, listLetters, listPapers, listRecommenders } from './dossier-parts.repository.js'
import {
  findDossier,
  listDossiers,
  listDossiersOf,
  listOpeningUnits,
  listStandings,
  listSteps,
  lockDossier,
} from './dossier.repository.js'

/** Dossiers with everything in them, in the order of the ids. A handful of statements for any number. */
export async function filesOf(ctx: RequestContext, ids: readonly number[]): Promise<DossierFile[]> {
  const rows = new Map((await listDossiers(ctx, ids)).map((row) => [row.id, row]))
  const all = [...rows.values()]
  const openings = all.map(({ openingEvent }) => openingEvent)
  const persons = await loadPersons(
    ctx,
    all.map(({ person }) => person),
  )
  const known = new Map(persons.map((person) => [person.id, person]))
  const standings = await listStandings(ctx, openings)
  const units = await listOpeningUnits(ctx, openings)
  const of = ({ dossier }: { dossier: number }) => dossier
  const steps = groupBy(await listSteps(ctx, ids), of)
  const papers = groupBy(await listPapers(ctx, ids), of)
  const letters = groupBy(await listLetters(ctx, ids), of)
  const recommenders = groupBy(await listRecommenders(ctx, ids), of)
  const approvals = groupBy(await listApprovals(ctx, ids), of)
  return ids.flatMap((id): DossierFile[] => {
    const row = rows.get(id)
    const person = row && known.get(row.person)
    if (!row || !person) return []
    const standing = standings.get(row.openingEvent)
    return [
      {
        ...row,
        person,
        organization: standing?.organization ?? units.get(row.openingEvent) ?? 0,
        state: standing?.state ?? 'VOID',
        since: standing?.since ?? row.openedOn,
        steps: steps.get(id) ?? [],
        papers: papers.get(id) ?? [],
        letters: letters.get(id) ?? [],
        recommenders: recommenders.get(id) ?? [],
        approvals: approvals.get(id) ?? [],
      },
    ]
  })
}

/** The same, many of one request together; the dossier has been asked for already. */
export function loadFile(ctx: RequestContext, id: number): Promise<DossierFile> {
  return loader<number, DossierFile>(ctx, 'dossiers', async (ids) => {
    const files = new Map((await filesOf(ctx, ids)).map((file) => [file.id, file]))
    return ids.map((one) => files.get(one) ?? notFound('Dossier'))
  }).load(id)
}

/** The dossier of that outer id, or NOT_FOUND for who may not see its person. */
export async function requireFile(ctx: RequestContext, uid: string): Promise<DossierFile> {
  const row = await findDossier(ctx, uid)
  if (!row) throw notFound('Dossier')
  return loadFile(ctx, row.id)
}

/** The same inside a unit of work, kept from others until it ends; CONFLICT if it was changed since it was read. */
export async function holdFile(ctx: RequestContext, uid: string, version: number): Promise<DossierFile> {
  const row = await findDossier(ctx, uid)
  if (!row) throw notFound('Dossier')
  const now = await lockDossier(ctx, row.id)
  if (now !== version) throw staleVersion('The dossier', version, now)
  const [file] = await filesOf(ctx, [row.id])
  if (!file) throw notFound('Dossier')
  return file
}

/** Internal ids of the dossiers of a person, oldest first; one statement for many persons. */
export function loadDossiersOf(ctx: RequestContext, person: number): Promise<number[]> {
  return loader<number, number[]>(ctx, 'dossiers of persons', async (persons) => {
    const byPerson = groupBy(await listDossiersOf(ctx, persons), (row) => row.person)
    return persons.map((one) => (byPerson.get(one) ?? []).map(({ id }) => id))
  }).load(person)
}
