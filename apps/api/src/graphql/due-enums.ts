import { BOTTLENECK_CODES, DUE_KIND_CODES, DUE_STATES, QUALITY_LINE_CODES } from '@seedbed/shared'
import { registered } from './enums.js'

export const DueKindEnum = registered(
  'DueKind',
  DUE_KIND_CODES,
  'What there is to be done by a day. HANDOVER stands in the list of the unit that is to answer, all others in that of the cell.',
)
export const DueStateEnum = registered(
  'DueState',
  [...DUE_STATES],
  'How something that is to be done stands. UNKNOWN: cannot be computed, and why is told.',
)
export const QualityLineEnum = registered(
  'QualityLine',
  QUALITY_LINE_CODES,
  'What is told of the quality of admissions.',
)
export const BottleneckEnum = registered('Bottleneck', BOTTLENECK_CODES, 'Why admissions do not come about.')
