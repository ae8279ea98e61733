import { DOSSIER_STATES, isDay, PROCEDURE, reasonText, TIERS, type Label, type Reason } from '@seedbed/shared'
import { Field, ObjectType } from 'type-graphql'
import type { SeedbedError } from '../errors/errors.js'

@ObjectType({ description: 'Why something is or would be refused, in both languages.' })
export class Refusal {
  @Field(() => String, { description: 'Code of the error that it would be.' })
  code: string

  @Field(() => String)
  vi: string

  @Field(() => String)
  en: string

  @Field(() => String, { nullable: true, description: 'Regulation and article that say so, for a rule.' })
  regulation?: string
}

const written = (value: string | number, name: string, language: keyof Label): string => {
  const text = String(value)
  if (isDay(text)) return text.split('-').reverse().join('/')
  return labelled(text, name)?.[language] ?? text
}

/** The label of a code that a reason is about: a tier, a step or a state of a dossier. */
function labelled(code: string, name: string): Label | undefined {
  const isOf = (list: object) => Object.hasOwn(list, code)
  if ((name === 'tier' || name === 'parentTier') && isOf(TIERS))
    return TIERS[code as keyof typeof TIERS].label
  if (name === 'step' && isOf(PROCEDURE)) return PROCEDURE[code as keyof typeof PROCEDURE].label
  if (name === 'state' && isOf(DOSSIER_STATES))
    return DOSSIER_STATES[code as keyof typeof DOSSIER_STATES].label
  return undefined
}

/** A reason in words, as the API shows it in a report. */
export function toRefusal(code: string, why: Reason): Refusal {
  const words = (language: keyof Label) =>
    reasonText(why, language, (value, name) => written(value, name, language))
  return { code, vi: words('vi'), en: words('en') }
}

/** The same of a refusal that was thrown; one that has no reason speaks English only. */
export function refusalOf({ code, message, details }: SeedbedError): Refusal {
  const words = details.reason ? toRefusal(code, details.reason) : { code, vi: message, en: message }
  return { ...words, regulation: details.regulation }
}
