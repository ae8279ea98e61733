import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { sourcesWorld } from '../testing/sources.js'

const address = '/units/cell/sources?asOf=2024-11-15&period=year-2024'

describe('sources of a unit', () => {
  it('stand in a column for each stage, with the next step and what is overdue in words', async () => {
    renderRoute(address, schemaLink(sourcesWorld({})))
    expect(await screen.findByText('8 nguồn')).toBeTruthy()
    for (const stage of [
      'Quần chúng ưu tú',
      'Cảm tình Đảng',
      'Đang học lớp nhận thức',
      'Có giấy chứng nhận',
    ]) {
      const column = screen.getByRole('region', { name: stage })
      expect(column.querySelectorAll('.sb-card')).toHaveLength(2)
    }
    expect(screen.getAllByText('quá hạn từ 01/10/2024')).toHaveLength(4)
  })

  it('are narrowed by what the address says', async () => {
    const filters: unknown[] = []
    const world = sourcesWorld({ onFilter: (filter) => filters.push(filter) })
    renderRoute(`${address}&view=list&need=EXPIRING&stage=CERTIFIED&text=nguon`, schemaLink(world))
    expect(
      await screen.findByText('Loại nguồn', { selector: 'th, .ant-select-selection-placeholder, span, div' }),
    ).toBeTruthy()
    await waitFor(() => expect(filters.length).toBeGreaterThan(0))
    expect(filters[0]).toEqual({ need: 'EXPIRING', stages: ['CERTIFIED'], text: 'nguon' })
  })

  it('are put on the list together, those who were chosen', async () => {
    const sent: unknown[] = []
    const world = sourcesWorld({ onMutation: (name, input) => sent.push([name, { ...(input as object) }]) })
    renderRoute(address, schemaLink(world))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Chọn Võ Thị Nguồn 1' }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Chọn Võ Thị Nguồn 2' }))
    expect(screen.getByText('Đã chọn 2 người')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Đưa vào danh sách cảm tình' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual([
      'listSympathisers',
      { personIds: ['candidate-IDENTIFIED-1', 'candidate-IDENTIFIED-2'], on: '2024-11-15' },
    ])
  })

  it('may be none, and then the page says whether the unit has stated so', async () => {
    renderRoute(address, schemaLink(sourcesWorld({ declared: true })))
    expect(await screen.findByText('Đơn vị báo không có nguồn: Thanh niên đi học, đi làm xa')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Báo không có nguồn' })).toBeNull()
  })
})
