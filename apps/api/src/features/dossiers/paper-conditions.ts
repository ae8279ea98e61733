import { addMonths, procedureStep, reason, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { listForms } from '../rules/dossier-form.service.js'
import { lastStep, papersInForce, type PaperFacts } from './dossier-file.js'
import { loadStanding } from './applicant-conditions.js'
import { refusedBy, type Condition, type Judgement } from './judgement.js'

/** Titles of the forms that the catalogue has in force on a day, by code. */
export function formsOn(ctx: RequestContext, day: Day): Promise<Map<string, string>> {
  return loader<Day, Map<string, string>>(ctx, 'forms in force', (days) =>
    Promise.all(
      days.map(async (one) => {
        const forms = await listForms(ctx, one)
        return new Map(forms.map(({ code, versions }) => [code, versions[0]?.title ?? code]))
      }),
    ),
  ).load(day)
}

/** Papers of a dossier with those that come with the step. */
export function papersAt({ file, step }: Pick<Judgement, 'file' | 'step'>): Map<string, PaperFacts> {
  return papersInForce<PaperFacts>([...file.papers, ...step.papers])
}

/** The papers asked before the step: each one of several, as far as the catalogue of the day has them. */
export async function papersAsked(one: Judgement): Promise<string[][]> {
  const forms = await formsOn(one.ctx, one.on)
  const asked = procedureStep(one.step.kind).papers.map((codes) => codes.filter((code) => forms.has(code)))
  const unions = one.file.introducer !== null && ['READY', 'CELL_VOTE'].includes(one.step.kind)
  const resolution = unions ? ['4-KNĐ', '4A-KNĐ'].filter((code) => forms.has(code)) : []
  return [...asked, resolution].filter((codes) => codes.length > 0)
}

/** First day on which a paper is no longer valid, by the rule of the day of the step. */
export async function paperExpiry(one: Judgement, paper: PaperFacts): Promise<Day> {
  return addMonths(paper.dated, (await one.rule('PAPERS_MONTHS')).value)
}

/** Every paper asked is there, made out by the day of the step and not older than the rule allows. */
export const papersThere: Condition = async (one) => {
  const papers = papersAt(one)
  const titles = await formsOn(one.ctx, one.on)
  const refusals = []
  for (const codes of await papersAsked(one)) {
    const [code = ''] = codes
    const form = `${titles.get(code) ?? ''} (${code})`
    const held = codes.flatMap((each) => papers.get(each) ?? []).filter(({ dated }) => dated <= one.on)
    if (held.length === 0) {
      refusals.push(await one.refuse('PAPERS_MONTHS', reason('PAPER_MISSING', { form })))
      continue
    }
    const expiries = await Promise.all(held.map((paper) => paperExpiry(one, paper)))
    const last = expiries.sort().at(-1) ?? one.on
    if (one.on >= last)
      refusals.push(await one.refuse('PAPERS_MONTHS', reason('PAPER_EXPIRED', { form, day: last })))
  }
  return refusals
}

/** The application comes before the background (guidance of the Secretariat, 3). */
export const applicationFirst: Condition = async (one) => {
  const papers = papersAt(one)
  const [application, background] = [papers.get('1-KNĐ'), papers.get('2-KNĐ')]
  if (!background || (application && application.dated <= background.dated)) return []
  const { regulation } = await one.rule('CERTIFICATE_MONTHS')
  return [refusedBy('APPLICATION_FIRST', regulation, '3', reason('BACKGROUND_BEFORE_APPLICATION'))]
}

/** Every letter is answered with nothing against it, or the verification was waived for a stated reason. */
export const verified: Condition = async (one) => {
  const { letters } = one.file
  const refusals = []
  const open = letters.filter(({ answeredOn }) => answeredOn === null || answeredOn > one.on)
  if (open.length > 0)
    refusals.push(
      await one.refuse('VERIFICATION_ANSWER_DAYS', reason('LETTERS_OPEN', { count: open.length })),
    )
  const bad = letters.filter(({ outcome }) => outcome !== null && outcome !== 'CLEAR')
  if (bad.length > 0 && !lastStep(one.file, 'WAIVE_VERIFICATION'))
    refusals.push(
      await one.refuse(
        'VERIFICATION_ANSWER_DAYS',
        reason('BACKGROUND_UNCLEAR', { name: bad[0]?.subject ?? '' }),
      ),
    )
  if (letters.length === 0 && !lastStep(one.file, 'WAIVE_VERIFICATION'))
    refusals.push(await one.refuse('VERIFICATION_ANSWER_DAYS', reason('NOT_VERIFIED')))
  return refusals
}

/** The certificate of the course for new members, as a paper or by the course itself. */
export const schooledAsMember: Condition = async (one) => {
  const events = await loadStanding(one.ctx, one.file.person.id)
  const admitted = lastStep(one.file, 'DECISION', 'YES')?.date ?? one.file.openedOn
  const attended = events.some(
    ({ kind, date }) => kind === 'NEW_MEMBER_COURSE' && date >= admitted && date <= one.on,
  )
  if (attended || papersAt(one).has('CN-ĐVM')) return []
  return [await one.refuse('PROBATION_MONTHS', reason('NO_MEMBER_COURSE'))]
}
