import { procedureStep, reason } from '@seedbed/shared'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, notFound } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { correctStored, refuseReason } from '../membership/membership.service.js'
import { unitOfBody } from './bodies.service.js'
import { standingSteps, type DossierFile } from './dossier-file.js'
import { filesOf, holdFile } from './dossier-file.service.js'
import { markStepCorrected, touchDossiers } from './dossier.repository.js'
import { bodiesOf } from './step.service.js'

/**
 * Takes back the last step of a dossier that was recorded wrongly: it stays on record, marked, and what it counted is
 * reversed. Refused: a step on which a later one rests, a second time, and without a reason.
 */
export function correctStep(
  ctx: RequestContext,
  uid: string,
  version: number,
  facts: { step: string; reason: string },
): Promise<DossierFile> {
  return inTransaction(ctx, async (tx) => {
    refuseReason(facts.reason)
    const file = await holdFile(tx, uid, version)
    const step = file.steps.find((one) => one.uid === facts.step)
    if (!step) throw notFound('Step')
    if (step.correctedOn !== null) throw conflict(reason('ALREADY_CORRECTED'))
    if (standingSteps(file).at(-1)?.uid !== step.uid) throw conflict(reason('STEP_NOT_LAST'))
    const bodies = await bodiesOf(tx, file, step.date)
    const { body } = procedureStep(step.kind)
    const above = body === 'GRASSROOTS' || body === 'DECIDING'
    const verb = above ? 'dossiers.decide' : 'dossiers.prepare'
    await refuseUnless(tx, verb, unitOfBody(bodies, body)?.id ?? bodies.cell.id)
    const { event } = step
    if (event === null) await markStepCorrected(tx, step.id, { on: today(tx), reason: facts.reason })
    else await correctStored(tx, file.person.id, event, facts.reason)
    await touchDossiers(tx, [file.id])
    noteChange(tx, {
      object: { kind: 'Dossier', id: uid },
      persons: [file.person.id],
      units: [bodies.cell.id],
      before: { step: step.kind, on: step.date },
      after: null,
    })
    return (await filesOf(tx, [file.id]))[0] ?? file
  })
}
