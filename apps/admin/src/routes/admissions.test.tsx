import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town/admissions?asOf=2024-11-15&period=year-2024'

describe('admissions behind a number', () => {
  it('asks for the period, the perimeter and the filters of the address', async () => {
    const filters: unknown[] = []
    const world = createWorld({ onAdmissions: (filter) => filters.push({ ...filter }) })
    renderRoute(
      `${address}&female=1&occupation=TEACHER&from=2024-05-01&to=2024-05-31&basis=CEREMONY`,
      schemaLink(world),
    )
    expect(await screen.findByText('32 người')).toBeTruthy()
    expect(filters[0]).toEqual({
      from: '2024-05-01',
      to: '2024-05-31',
      countBasis: 'CEREMONY',
      perimeter: 'RESTATED',
      treeAt: '2024-11-15',
      female: true,
      occupation: 'TEACHER',
    })
    expect(screen.getByText('Nghề nghiệp: Giáo viên, giảng viên')).toBeTruthy()
  })

  it('loads further people on demand', async () => {
    renderRoute(address, schemaLink(createWorld()))
    expect(await screen.findByText('64 người')).toBeTruthy()
    expect(document.querySelectorAll('.sb-people tbody tr')).toHaveLength(50)
    fireEvent.click(screen.getByRole('button', { name: 'Xem thêm' }))
    await waitFor(() => expect(document.querySelectorAll('.sb-people tbody tr')).toHaveLength(64))
  })

  it('drops a condition and keeps the place', async () => {
    const router = renderRoute(`${address}&female=1`, schemaLink(createWorld()))
    await screen.findByText('32 người')
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ lọc' }))
    expect(await screen.findByText('64 người')).toBeTruthy()
    expect(router.state.location.search).toBe('?asOf=2024-11-15&period=year-2024')
  })

  it('opens a person with the events on record', async () => {
    const router = renderRoute(address, schemaLink(createWorld()))
    fireEvent.click(await screen.findByRole('button', { name: 'Trần Thị An 1' }))
    expect(await screen.findByText('Hoàn thành lớp nhận thức về Đảng')).toBeTruthy()
    expect(router.state.location.search).toContain('person=person-0')
    expect(screen.getByText('•••••••••012')).toBeTruthy()
  })
})
