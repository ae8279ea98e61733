import { EyeOutlined } from '@ant-design/icons'
import { useOwnTexts } from '../app/i18n/own-texts.js'

const TEXTS = {
  note: {
    vi: 'Bạn xem được mục này, nhưng không ghi hay sửa được ở đây. Nếu công việc cần, hãy hỏi người đã cấp tài khoản.',
    en: 'You can look at this, but not change it here. If your work needs it, ask whoever gave you the account.',
  },
} as const

/** Where the buttons would stand that the viewer is not offered: why there are none, and whom to ask. */
export function ReadOnlyNote() {
  const s = useOwnTexts(TEXTS)
  return (
    <p className="sb-quiet sb-read-only">
      <EyeOutlined aria-hidden /> {s('note')}
    </p>
  )
}
