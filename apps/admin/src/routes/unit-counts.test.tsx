import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import { figure, renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town?asOf=2024-11-15&period=year-2024'
const open = (extra = '') => renderRoute(`${address}${extra}`, schemaLink(createWorld()))

describe('the number of organizations below a unit', () => {
  it('stands on the overview with what came and went, and the share that admitted anyone', async () => {
    open()
    const box = await screen.findByRole('region', { name: 'Số tổ chức' })
    await waitFor(() => expect(figure('ADMITTED_ANYONE')).toBe('22 / 22'))
    expect(within(box).getByText(/^100,0/u)).toBeTruthy()
    expect(figure('REACHED_TARGET')).toBe('19 / 22')
    expect(within(box).getByText('Không kết nạp từ 1 năm trở lên')).toBeTruthy()
    expect(within(box).getByText('22').getAttribute('href')).toContain(
      'units=ADMITTED_ANYONE&tiers=GRASSROOTS',
    )
    expect(within(box).getByText('−1').getAttribute('href')).toContain('moves=1')
    expect(within(box).getByText(/Trong 22 đảng bộ cơ sở/u)).toBeTruthy()
  })

  it('opens both lists in a drawer with one click, and keeps them in the address', async () => {
    const router = open()
    await waitFor(() => expect(figure('REACHED_TARGET')).toBe('19 / 22'))
    fireEvent.click(document.querySelector('[data-figure="REACHED_TARGET"]')!)
    const drawer = await screen.findByRole('dialog')
    expect(router.state.location.search).toContain('units=REACHED_TARGET')
    expect(router.state.location.search).toContain('tiers=GRASSROOTS')
    expect(await within(drawer).findByText('Phường Điện Phương')).toBeTruthy()
    expect(within(drawer).getByText(/14 \/ 6 · 233,3/u)).toBeTruthy()
    expect(within(drawer).queryByText(/Không tính \(/u)).toBeNull()
    fireEvent.click(within(drawer).getByText('Không (3)'))
    expect(await within(drawer).findByText('Phường Điện Nam Đông')).toBeTruthy()
    expect(router.state.location.search).toContain('part=NOT_FULFILLING')
    expect(within(drawer).queryByText('Phường Điện Phương')).toBeNull()
  })

  it('opens as the address says: condition, years, part', async () => {
    open('&units=NOBODY_FOR_YEARS&years=3&part=NOT_FULFILLING')
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText('Không (22)')).toBeTruthy()
    expect(within(drawer).getByText('Không kết nạp từ 3 năm trở lên')).toBeTruthy()
    expect(within(drawer).getByRole('spinbutton', { name: 'Số năm' })).toBeTruthy()
  })

  it('leads from a unit of the list to the unit, and from its number to the people', async () => {
    open('&units=ADMITTED_ANYONE')
    const drawer = await screen.findByRole('dialog')
    const name = await within(drawer).findByText('Phường Điện Phương')
    const links = name.closest('li')!.querySelectorAll('a')
    expect(links[0]?.getAttribute('href')).toMatch(/^\/units\/[^/?]+\?asOf=2024-11-15&period=year-2024$/u)
    expect(links[1]?.getAttribute('href')).toMatch(/\/admissions\?asOf=2024-11-15/u)
    expect(links[1]?.textContent).toBe('14')
  })

  it('shows what changed the number, with the units and the day', async () => {
    open('&moves=1')
    const drawer = await screen.findByRole('dialog')
    const ended = await within(drawer).findByRole('region', { name: /^Giải thể/u })
    expect(ended.textContent).toContain('Chưa ghi lý do')
    expect(ended.textContent).toContain('01/03/2024')
    expect(within(drawer).getByRole('region', { name: /^Thành lập/u }).textContent).toContain('+1')
  })

  it('takes what is impossible in the address for the usual, and closes by leaving the address', async () => {
    const router = open('&units=NONSENSE&tiers=X&years=-4&part=ALL')
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText('Có (22)')).toBeTruthy()
    fireEvent.click(within(drawer).getByRole('button', { name: /close|đóng/iu }))
    await waitFor(() => expect(router.state.location.search).toBe('?asOf=2024-11-15&period=year-2024'))
  })

  it('says what failed and tries again, while the rest of the page stands', async () => {
    let isFailing = true
    const failing = failingLink('UnitShares', { code: 'INTERNAL_ERROR', requestId: 'req-9' }, () => isFailing)
    renderRoute(address, ApolloLink.from([failing, schemaLink(createWorld())]))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('req-9')
    expect(figure('completion')).toBe('146,6 %')
    isFailing = false
    fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(() => expect(figure('ADMITTED_ANYONE')).toBe('22 / 22'))
  })

  it('speaks English', async () => {
    open('&units=ADMITTED_ANYONE')
    await screen.findByRole('dialog')
    fireEvent.click(screen.getByText('EN'))
    expect(await screen.findByText('Yes (22)')).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Number of organizations', hidden: true })).toBeTruthy()
  })
})
