import { DOSSIER_STATES, PROCEDURE, REASONS, reasonText, RULES } from '@seedbed/shared'
import { learnReasons } from './reason.js'

/** Whatever tells reasons of its own begins with this import; the rest gets them just after the start. */
learnReasons({ REASONS, reasonText, lists: { rule: RULES, step: PROCEDURE, state: DOSSIER_STATES } })
