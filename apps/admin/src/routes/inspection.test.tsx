import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { inspectionWorld } from '../testing/inspection.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

const address = '/units/cell/inspection?asOf=2024-11-15&period=year-2024'

describe('inspection at a unit', () => {
  it('shows findings with what is overdue in words, and how all of them stand', async () => {
    renderRoute(address, schemaLink(inspectionWorld()))
    expect(await screen.findByText('Chưa lập kế hoạch tạo nguồn')).toBeTruthy()
    expect(screen.getByText('1 phát hiện')).toBeTruthy()
    expect(screen.getByText(/quá hạn trả lời từ 01\/11\/2024/u)).toBeTruthy()
    expect(screen.getByRole('button', { name: '5 Chờ đơn vị trả lời' })).toBeTruthy()
  })

  it('is narrowed by what the address says', async () => {
    const filters: unknown[] = []
    const world = inspectionWorld({ onFilter: (filter) => filters.push(filter) })
    renderRoute(`${address}&state=AWAITED&kind=SHORTCOMING&overdue=1`, schemaLink(world))
    await screen.findByText('Chưa lập kế hoạch tạo nguồn')
    expect(filters[0]).toEqual({ kind: 'SHORTCOMING', states: ['OPEN', 'REOPENED'], overdue: true })
  })

  it('lets the account of the unit answer, with the version that was read, and nothing else', async () => {
    const sent: unknown[] = []
    const world = inspectionWorld({
      cannot: ['viewerCanRunInspections', 'viewerCanRecordFindings'],
      finding: { viewerCanAnswer: true },
      onMutation: (name, input) => sent.push([name, input]),
    })
    renderRoute(`${address}&finding=finding`, schemaLink(world))
    fireEvent.click(await screen.findByRole('button', { name: 'Trả lời' }))
    expect(screen.queryByRole('button', { name: 'Ghi phát hiện' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Phúc tra' })).toBeNull()
    expect(screen.queryByText('Số liệu báo cáo')).toBeNull()
    const field = await screen.findByLabelText(/Nội dung trả lời/u)
    fireEvent.change(field, { target: { value: 'Đã lập kế hoạch' } })
    const dialogs = screen.getAllByRole('dialog')
    const dialog = dialogs[dialogs.length - 1] as HTMLElement
    fireEvent.click(within(dialog).getByRole('button', { name: 'Trả lời' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual(['answerFinding', { id: 'finding', version: 3, words: 'Đã lập kế hoạch' }])
  })

  it('lets the inspector make a finding on the unit on screen', async () => {
    const sent: unknown[] = []
    const world = inspectionWorld({ onMutation: (name, input) => sent.push([name, input]) })
    renderRoute(`${address}&dialog=finding`, schemaLink(world))
    const field = await screen.findByLabelText('Nội dung')
    fireEvent.change(field, { target: { value: 'Sổ họp thiếu nghị quyết' } })
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual([
      'recordFinding',
      { organizationId: 'cell', kind: 'SHORTCOMING', words: 'Sổ họp thiếu nghị quyết', dueOn: '2026-12-06' },
    ])
  })

  it('is closed to who neither inspects nor answers there', async () => {
    const cannot = ['viewerCanRunInspections', 'viewerCanRecordFindings', 'viewerCanAnswerFindings']
    renderRoute(address, schemaLink(inspectionWorld({ cannot })))
    expect(await screen.findByText(/Bạn không có quyền xem/u)).toBeTruthy()
    expect(screen.queryByText('Kiểm tra')).toBeNull()
  })
})
