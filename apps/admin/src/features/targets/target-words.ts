import {
  findIndicator,
  STANDINGS,
  TARGET_KINDS,
  TARGET_STATES,
  targetKindRule,
  unitCondition,
  writtenRate,
  type TargetState,
} from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatCount, formatDay, formatFigure, formatSigned } from '../../lib/format.js'
import type { Completion, TargetAnswer } from './targets-query.js'

interface Stated {
  amountMin: number | null
  amountMax: number | null
  rate: number | null
  rateMax: number | null
  base: number | null
}

type Subject = Pick<TargetAnswer, 'kind' | 'indicator' | 'condition' | 'group'>

/** A target in the words of the reader. */
export function useTargetWords() {
  const { t, label, language } = useTexts()
  const n = (value: number | null | undefined) => formatCount(value, language)
  const rateOf = ({ rate, rateMax }: Stated) =>
    [rate, rateMax]
      .filter((one) => one !== null)
      .map((one) => writtenRate(Math.round(one * 100), language))
      .join('–')
  const amount = (stated: Stated): string => {
    const persons =
      stated.amountMax === null ? n(stated.amountMin) : `${n(stated.amountMin)}–${n(stated.amountMax)}`
    if (stated.rate === null) return t('target.amount', { n: persons })
    if (stated.base === null) return `${rateOf(stated)}\u00a0%`
    return t('target.ofMembers', { rate: rateOf(stated), base: n(stated.base), n: persons })
  }
  return {
    amount,
    years: ({ yearFrom, yearTo }: Pick<TargetAnswer, 'yearFrom' | 'yearTo'>) =>
      yearFrom === yearTo ? String(yearFrom) : `${yearFrom}–${yearTo}`,
    kind: (target: Pick<TargetAnswer, 'kind'>) => label(TARGET_KINDS, target.kind),
    /** What is counted, where the kind alone does not tell: the women among those admitted, units that admitted somebody. */
    subject: ({ kind, indicator, condition, group }: Subject): string => {
      const { states, indicator: usual } = targetKindRule(kind)
      const isUsual = states !== 'COMPOSITION' && indicator === usual
      const counted =
        states === 'COVERAGE'
          ? condition && unitCondition(condition).label[language]
          : !isUsual && findIndicator(indicator)?.label[language]
      return [counted, group?.name].filter(Boolean).join(' · ')
    },
    state: (state: TargetState) => label(TARGET_STATES, state),
    /** "220/150 · vượt 70": done of wanted, and what is over or short. */
    done: ({ done, of, wanted, overBy, isShare }: Completion) =>
      isShare
        ? t('target.doneShare', { n: n(done), m: n(of), wanted: n(wanted) })
        : t(overBy >= 0 ? 'target.doneOver' : 'target.doneShort', {
            n: n(done),
            m: n(wanted),
            by: n(Math.abs(overBy)),
          }),
    percent: ({ figure }: Completion) => formatFigure(figure, language),
    pace: ({ year, gone, whole, standing }: Completion['paces'][number]) =>
      t(year === null ? 'pace.calendar' : 'pace.year', {
        year: year ?? '',
        gone: n(gone),
        whole: n(whole),
        percent: `${n(whole === 0 ? 0 : Math.round((gone * 100) / whole))}\u00a0%`,
        standing: label(STANDINGS, standing).toLocaleLowerCase(language),
      }),
    base: ({ baseOn }: Pick<TargetAnswer, 'baseOn'>) =>
      baseOn ? t('target.baseOn', { day: formatDay(baseOn) }) : '',
    signed: (value: number) => formatSigned(value, language),
  }
}
