import type { Day } from '@seedbed/shared'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/vi.js'

interface Props {
  id?: string
  value?: Day
  max?: Day
  allowClear?: boolean
  onChange?: (day: Day | undefined) => void
}

/** A day typed or picked as dd/MM/yyyy; outside this field it is "YYYY-MM-DD". */
export function DayField({ id, value, max, allowClear = false, onChange }: Props) {
  return (
    <DatePicker
      id={id}
      className="sb-day"
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      allowClear={allowClear}
      value={value ? dayjs(value) : null}
      maxDate={max ? dayjs(max) : undefined}
      onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : undefined)}
    />
  )
}
