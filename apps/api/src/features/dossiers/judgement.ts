import type { Day, Reason, RuleCode } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { conflict, SeedbedError } from '../../errors/errors.js'
import { ruleOn, ruleRefused, type RuleRow } from '../rules/rule.service.js'
import type { Bodies } from './bodies.service.js'
import type { DossierFile, StepDraft } from './dossier-file.js'

/** A step before a dossier, with all that its conditions read. */
export class Judgement {
  /** The versions of rules that were asked, by code. */
  readonly rules = new Map<RuleCode, RuleRow>()

  constructor(
    readonly ctx: RequestContext,
    readonly file: DossierFile,
    readonly step: StepDraft,
    readonly bodies: Bodies,
    /** Only what is missing is asked, before numbers of a vote are known. */
    readonly preview: boolean,
  ) {}

  get on(): Day {
    return this.step.on
  }

  /** The version of a rule that holds on the day of the step; it is remembered with the step. */
  async rule(code: RuleCode): Promise<RuleRow> {
    const rule = this.rules.get(code) ?? (await ruleOn(this.ctx, code, this.on))
    this.rules.set(code, rule)
    return rule
  }

  /** A refusal by the rule that holds on the day. */
  async refuse(code: RuleCode, why: Reason): Promise<SeedbedError> {
    return ruleRefused(why, await this.rule(code))
  }

  /**
   * A refusal by what the implementing regulation says without a number: the regulation in force on the day is the
   * one from which the deadline of the decision comes.
   */
  async refuseBy(rule: string, article: string, why: Reason): Promise<SeedbedError> {
    return refusedBy(rule, await implementing(this.ctx, this.on), article, why)
  }
}

/** The implementing regulation in force on a day. */
export async function implementing(ctx: RequestContext, on: Day): Promise<string> {
  return (await ruleOn(ctx, 'DECISION_DAYS', on)).regulation
}

/** A refusal that names a rule without a number, its regulation and article. */
export function refusedBy(rule: string, regulation: string, article: string, why: Reason): SeedbedError {
  const { message, details } = conflict(why)
  return new SeedbedError('RULE_REFUSED', message, {
    ...details,
    rule,
    regulation: article === '' ? regulation : `${regulation}, ${article}`,
  })
}

/** What a step is asked before it is taken: answers every refusal, none if all is well. */
export type Condition = (one: Judgement) => Promise<SeedbedError[]>
