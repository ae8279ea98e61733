import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town/units?asOf=2024-11-15&period=year-2024'

describe('units below', () => {
  it('adds the children up and says that they agree with the unit', async () => {
    renderRoute(address, schemaLink(createWorld()))
    expect(await screen.findByText(/Dòng cộng khớp với số liệu của Thị xã Điện Bàn/u)).toBeTruthy()
    const total = screen.getByText('Cộng 22 đơn vị').closest('tr')!
    expect(total.textContent).toContain('220')
    expect(total.textContent).toContain('146,6\u00a0%')
  })

  it('says by how much the totals differ when they do', async () => {
    const world = createWorld({
      total: (numbers) => ({ ...numbers, newlyAdmitted: (numbers.newlyAdmitted ?? 0) - 1 }),
    })
    renderRoute(address, schemaLink(world))
    const line = await screen.findByText(/Dòng cộng khác với số liệu của Thị xã Điện Bàn/u)
    expect(line.textContent).toContain('Kết nạp cộng 219, đơn vị 220 (−1)')
  })

  it('says how much of the target is not allotted, without calling it a fault', async () => {
    const world = createWorld({ total: (numbers) => ({ ...numbers, target: 140 }) })
    renderRoute(address, schemaLink(world))
    expect(await screen.findByText(/cộng lại 140 trên 150, còn 10 chưa phân bổ/u)).toBeTruthy()
    expect(screen.getByText(/Dòng cộng khớp/u)).toBeTruthy()
  })

  it('takes columns and order from the address', async () => {
    renderRoute(`${address}&cols=admitted,recognized&sort=recognized.asc`, schemaLink(createWorld()))
    await screen.findByText('Cộng 22 đơn vị')
    const headers = screen.getAllByRole('columnheader').map((header) => header.textContent)
    expect(headers).toEqual(['Đơn vị', 'Kết nạp', 'Công nhận chính thức'])
    expect(document.querySelector('th[aria-sort="ascending"]')?.textContent).toBe('Công nhận chính thức')
  })

  it('makes every number a link to what is behind it', async () => {
    renderRoute(address, schemaLink(createWorld()))
    await screen.findByText('Cộng 22 đơn vị')
    const admitted = [...document.querySelectorAll<HTMLAnchorElement>('tbody a[data-figure="admitted"]')]
    expect(admitted).toHaveLength(22)
    expect(admitted[0]!.getAttribute('href')).toContain('/units/ward-0/admissions?')
  })

  it('draws the tree map with a label in every cell', async () => {
    renderRoute(`${address}&view=map`, schemaLink(createWorld()))
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(22))
    expect(screen.getByText('P. Vĩnh Điện', { selector: '.sb-map span' })).toBeTruthy()
  })

  it('says why a cell has nothing below it', async () => {
    renderRoute('/units/cell/units?asOf=2024-11-15&period=year-2024', schemaLink(createWorld()))
    expect(await screen.findByText('Không có đơn vị trực thuộc trong kỳ này')).toBeTruthy()
  })
})
