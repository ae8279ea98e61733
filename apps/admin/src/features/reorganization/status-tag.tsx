import { CheckCircleOutlined, EditOutlined, RollbackOutlined } from '@ant-design/icons'
import { REORGANIZATION_STATUSES, type ReorganizationStatus } from '@seedbed/shared'
import { useWords } from './use-words.js'

const icons = { DRAFT: EditOutlined, APPLIED: CheckCircleOutlined, UNDONE: RollbackOutlined } as const

/** How far a reorganization has come: a sign and a word. */
export function StatusTag({ status }: { status: ReorganizationStatus }) {
  const { label } = useWords()
  const Icon = icons[status]
  return (
    <span className="sb-status" data-status={status}>
      <Icon aria-hidden /> {label(REORGANIZATION_STATUSES, status)}
    </span>
  )
}
