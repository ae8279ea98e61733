import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetSheets } from '../features/worksheet/use-sheet.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town/targets?asOf=2024-11-15&period=year-2024&year=2025'

beforeEach(forgetSheets)

const grid = () => screen.findByRole('grid')
const cell = (row: number) => document.querySelector(`[id^="cell-${row}-"].sb-sheet-typed.sb-num`)!

/** Types into the number of a row as one does in a spreadsheet. */
function type(sheet: HTMLElement, row: number, text: string, key = 'Enter') {
  fireEvent.mouseDown(cell(row))
  fireEvent.keyDown(sheet, { key: text.charAt(0) })
  const input = document.querySelector<HTMLInputElement>('.sb-sheet-input')!
  fireEvent.change(input, { target: { value: text } })
  fireEvent.keyDown(input, { key })
}

describe('the worksheet', () => {
  it('shows every child with last year, members and what is set, and what is left', async () => {
    renderRoute(address, schemaLink(createWorld()))
    await grid()
    expect(screen.getByText('Được giao').nextElementSibling?.textContent).toBe('180')
    expect(screen.getByText('Còn lại').nextElementSibling?.textContent).toBe('180')
    expect(document.querySelectorAll('[data-unit]').length).toBe(22)
  })

  it('draws of a thousand rows only those in view and a buffer', async () => {
    const world = createWorld()
    const organization = (asked: { id?: string; code?: string; at?: string }) => {
      const unit = world.organization(asked) as Record<
        string,
        (args: object) => { rows: Array<{ organization: object }> }
      >
      const targetWorksheet = (args: object) => {
        const sheet = unit['targetWorksheet']!(args)
        const rows = Array.from({ length: 1_000 }, (_, index) => {
          const row = sheet.rows[index % sheet.rows.length]!
          return {
            ...row,
            organization: { ...row.organization, id: `unit-${index}`, name: `Đơn vị ${index}` },
          }
        })
        return { ...sheet, rows }
      }
      return { ...unit, targetWorksheet }
    }
    renderRoute(address, schemaLink({ ...world, organization }))
    const sheet = await grid()
    expect(sheet.getAttribute('aria-rowcount')).toBe('1002')
    expect(screen.getByText('Cộng 1000 đơn vị')).toBeTruthy()
    expect(document.querySelectorAll('[data-unit]').length).toBeLessThanOrEqual(24 + 16)
  })

  it('takes numbers by keyboard, undoes them, and keeps a word in a number column in its cell', async () => {
    renderRoute(address, schemaLink(createWorld()))
    const sheet = await grid()
    type(sheet, 0, '14')
    expect(cell(0).textContent).toBe('14')
    expect(screen.getByText('Còn lại').nextElementSibling?.textContent).toBe('166')
    type(sheet, 1, 'mười')
    expect(cell(1).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('1 ô cần sửa')).toBeTruthy()
    expect(screen.getByRole('button', { name: /Lưu tất cả$/u }).hasAttribute('disabled')).toBe(true)
    fireEvent.keyDown(sheet, { key: 'z', ctrlKey: true })
    expect(cell(1).textContent).toBe('')
    type(sheet, 2, '9', 'Escape')
    expect(cell(2).textContent).toBe('')
  })

  it('takes a column from Excel and gives it back', async () => {
    renderRoute(address, schemaLink(createWorld()))
    const sheet = await grid()
    fireEvent.mouseDown(cell(0))
    fireEvent.paste(sheet, { clipboardData: { getData: () => '1.200\r\nkhông\r\n7\r\n' } })
    expect([cell(0), cell(1), cell(2)].map((one) => one.textContent?.split('không phải')[0])).toEqual([
      '1.200',
      'không',
      '7',
    ])
    let copied = ''
    fireEvent.copy(sheet, { clipboardData: { setData: (_type: string, text: string) => (copied = text) } })
    expect(copied).toBe('1.200\nkhông\n7')
  })

  it('shows what a rule would do before it does it, and leaves pinned rows alone', async () => {
    renderRoute(address, schemaLink(createWorld()))
    const sheet = await grid()
    type(sheet, 0, '30')
    fireEvent.click(screen.getByRole('button', { name: /Giữ nguyên dòng .*Điện Phương/u }))
    expect(screen.getByText(/^150 theo chỉ tiêu năm trước cho 21 dòng/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Điền' }))
    expect(cell(0).textContent).toBe('30')
    await waitFor(() => expect(screen.getByText('Còn lại').nextElementSibling?.textContent).toBe('0'))
  })

  it('tells row by row what someone else has changed, keeps what was typed, and saves with what is chosen', async () => {
    const saved: Array<Record<string, unknown>> = []
    const theirs = { id: 'theirs', version: 3, amountMin: 99, amountMax: null, note: null }
    const onMutation = (_name: string, input: Record<string, unknown>) => {
      saved.push(input)
      if (saved.length > 1) return
      const rows = [{ organizationId: 'ward-0', code: 'CONFLICT', message: 'changed', theirs }]
      throw new GraphQLError('changed', { extensions: { code: 'CONFLICT', rows } })
    }
    renderRoute(address, schemaLink(createWorld({ onMutation })))
    const sheet = await grid()
    type(sheet, 0, '14')
    const save = async () => {
      fireEvent.click(screen.getByRole('button', { name: /Lưu tất cả$/u }))
      const dialog = await screen.findByRole('dialog')
      fireEvent.click(within(dialog).getByRole('button', { name: /Lưu tất cả$/u }))
    }
    await save()
    const panel = (await screen.findByText(/Người khác vừa sửa 1 dòng/u)).closest('section')!
    expect(panel.textContent).toMatch(/–99.*14/u)
    expect(cell(0).textContent).toBe('14')
    fireEvent.click(screen.getByRole('button', { name: 'Số của tôi' }))
    await waitFor(() => expect(screen.queryByText(/Người khác vừa sửa/u)).toBeNull())
    await save()
    await waitFor(() => expect(saved).toHaveLength(2))
    expect(saved[1]).toMatchObject({
      rows: [{ organizationId: 'ward-0', amountMin: 14, targetId: 'theirs', version: 3 }],
    })
  })
})

describe('the targets of a unit', () => {
  it('stand beside each other, each with its own completion, pace and revisions', async () => {
    renderRoute(`${address}&year=2024&view=own`, schemaLink(createWorld()))
    expect(await screen.findByText(/^146,6\s%$/u)).toBeTruthy()
    expect(screen.getByText(/220\/150, hơn 70/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /2 lần ghi$/u }))
    expect(await screen.findByText(/140 người → 150 người/u)).toBeTruthy()
    expect(screen.getByText(/Lý do: Điều chỉnh giữa năm/u)).toBeTruthy()
  })
})

describe('the board', () => {
  it('says who is ahead, behind and without target', async () => {
    renderRoute('/units/town/targets?asOf=2024-11-15&period=year-2024&view=board', schemaLink(createWorld()))
    expect(await screen.findByText('Tất cả 22')).toBeTruthy()
    expect(screen.getAllByText('Chậm tiến độ').length).toBeGreaterThan(0)
    expect(screen.getByText(/hệ thống chưa ghi nguồn/u)).toBeTruthy()
  })
})
