import {
  DOSSIER_STATES,
  PROCEDURE,
  type DossierState,
  type DossierStepKind,
  type Label,
} from '@seedbed/shared'

/** What the steps of the procedure are called. */
export const STEP_LABELS = Object.fromEntries(
  Object.entries(PROCEDURE).map(([kind, { label }]) => [kind, label]),
) as Record<DossierStepKind, Label>

/** What the states of a dossier are called. */
export const STATE_LABELS = Object.fromEntries(
  Object.entries(DOSSIER_STATES).map(([state, { label }]) => [state, label]),
) as Record<DossierState, Label>

/** Every state, in the order of the way. */
export const STATES = Object.keys(DOSSIER_STATES) as DossierState[]
