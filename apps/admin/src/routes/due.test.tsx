import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { dueWorld } from '../testing/due.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

const place = 'asOf=2024-11-15&period=year-2024'

describe('what is due', () => {
  it('stands in heaps, what is late first, and each line leads to where it is done', async () => {
    renderRoute(`/units/cell/due?${place}`, schemaLink(dueWorld()))
    expect(await screen.findByText('5 việc')).toBeTruthy()
    const heaps = ['Quá hạn', 'Chưa tính được hạn', 'Trong 7 ngày tới', 'Trong tháng tới', 'Về sau']
    for (const [at, name] of heaps.entries()) {
      const lines = within(screen.getByRole('region', { name })).getAllByRole('link')
      expect([name, lines.length]).toEqual([name, 1])
      if (at === 0) {
        expect(lines[0]?.textContent).toContain('12/11/2024 · quá 3 ngày')
        expect(lines[0]?.getAttribute('href')).toContain('/units/cell/dossiers/dossier-1?')
      }
      if (at === 1) expect(lines[0]?.textContent).toContain('chưa có lịch nghỉ năm 2025')
      if (at === 2) expect(lines[0]?.getAttribute('href')).toMatch(/sources\?.*person=person-2/u)
    }
    expect(screen.getByRole('button', { name: 'Ghi cuộc họp chi bộ' })).toBeTruthy()
  })

  it('is rolled up by the units below for a committee, and narrowed by what the address says', async () => {
    const filters: unknown[] = []
    const world = dueWorld({ onFilter: (filter) => filters.push(filter) })
    renderRoute(`/units/town/due?${place}&kind=CEREMONY&all=1`, schemaLink(world))
    const units = within(await screen.findByRole('region', { name: 'Theo đơn vị trực thuộc' }))
    expect(units.getByRole('link').getAttribute('href')).toContain('/units/cell/due')
    expect(filters[0]).toEqual({ kinds: ['CEREMONY'], states: ['OVERDUE', 'UNKNOWN', 'WARN', 'OPEN'] })
    expect(screen.queryByRole('button', { name: 'Ghi cuộc họp chi bộ' })).toBeNull()
  })

  it.each([
    { who: 'who works on dossiers', cannot: ['viewerCanSetProcedure'], at: /\/due$/u },
    { who: 'who sets the procedure', cannot: [], at: /\/units\/[^/]+$/u },
    {
      who: 'who may only look',
      cannot: ['viewerCanSetProcedure', 'viewerCanPrepareDossiers'],
      at: /\/units\/[^/]+$/u,
    },
  ])('is where $who begins, or is not', async ({ cannot, at }) => {
    const router = renderRoute('/', schemaLink(dueWorld({ cannot })))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/units\//u))
    expect(router.state.location.pathname).toMatch(at)
  })
})
