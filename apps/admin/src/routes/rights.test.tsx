import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const place = 'asOf=2024-11-15&period=year-2024'
const show = (path: string, cannot: readonly string[]) =>
  renderRoute(path, schemaLink(createWorld({ cannot })))

describe('what may not be done', () => {
  it('is not offered: recording', async () => {
    show(`/units/cell/admissions?${place}&dialog=record`, [
      'viewerCanRecordMembership',
      'viewerCanRecordSources',
    ])
    expect(await screen.findByText(/64 /u)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ghi nhận' })).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is answered by a plain page that says whom to ask', async () => {
    show(`/units/town/admissions?${place}`, ['viewerCanReadPeople'])
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Bạn không có quyền xem mục “Kết nạp” của Thị xã Điện Bàn.*hãy hỏi người đã cấp tài khoản/u,
    )
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Kết nạp' })).toBeNull())
  })

  it('is answered likewise where accounts are not to be administered', async () => {
    show('/accounts', ['viewerCanAdministerAccounts'])
    expect((await screen.findByRole('alert')).textContent).toContain('phần quản lý tài khoản')
  })
})
