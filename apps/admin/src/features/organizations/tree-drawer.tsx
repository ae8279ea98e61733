import { Drawer } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { OrganizationTree } from './organization-tree.js'

/** The tree on narrow screens. */
export function TreeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  return (
    <Drawer open onClose={onClose} placement="left" size={320} title={t('tree.title')} className="sb-drawer">
      <OrganizationTree />
    </Drawer>
  )
}
