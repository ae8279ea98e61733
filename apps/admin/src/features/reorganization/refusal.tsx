import { WarningOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { FailureText } from '../../components/error-state.js'
import type { Failure } from '../../lib/errors.js'

/** Why a change was refused, where it was tried. */
export function RefusalNote({ failure }: { failure: Failure | null }) {
  if (!failure) return null
  return (
    <Alert
      type="error"
      showIcon
      icon={<WarningOutlined />}
      title={<FailureText failure={failure} />}
      role="alert"
    />
  )
}
