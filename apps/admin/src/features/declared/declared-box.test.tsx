import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../../testing/failing-link.js'
import { renderRoute } from '../../testing/render-route.js'
import { schemaLink } from '../../testing/schema-link.js'
import { createWorld } from '../../testing/world.js'

const address = '/units/town/history?asOf=2024-11-15&period=year-2024'

async function rows(): Promise<string[]> {
  const box = await screen.findByRole('region', { name: 'Số liệu công bố' })
  await within(box).findByRole('table')
  return within(box)
    .getAllByRole('row')
    .map((row) => row.textContent.replace(/\s+/gu, ' '))
}

async function choose(field: string, option: string): Promise<void> {
  const box = await screen.findByRole('combobox', { name: field })
  fireEvent.mouseDown(box)
  fireEvent.change(box, { target: { value: option } })
  fireEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }))
}

describe('declared figures of a unit', () => {
  it('stand beside the recorded ones with the difference and the source', async () => {
    renderRoute(address, schemaLink(createWorld()))
    const [head, admitted, completion, university, members] = await rows()
    expect(head).toBe('Số liệuCông bốGhi nhậnChênh lệch')
    expect(admitted).toMatch(/Kết nạp01\/01\/2024 – 15\/11\/2024 · Bài báo.*hơn 223220\+3$/u)
    expect(completion).toMatch(/so với chỉ tiêu.*146,6 %146,6 %khớp$/u)
    expect(university).toMatch(/49,6 %52,2 %−2,6 điểm %$/u)
    expect(members).toMatch(/đến 15\/11\/2024.*Đã đính chính: In sai6\.500/u)
  })

  it('tell which way of counting gives a percentage that does not fit', async () => {
    const router = renderRoute(address, schemaLink(createWorld()))
    fireEvent.click(await screen.findByRole('link', { name: 'Cách tính nào cho ra số này?' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/units/town/comparison'))
    expect(router.state.location.search).toContain('of=universityShare&printed=49%2C6')
    expect(router.state.location.search).toContain('period=from-2024-01-01')
    expect(await screen.findByText(/115 \/ 232/u)).toBeTruthy()
  })

  it('are declared with what the figure needs: a percentage as printed, one of a day without its first day', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    const router = renderRoute(address, schemaLink(world))
    fireEvent.click(await screen.findByRole('button', { name: /Thêm số liệu công bố/u }))
    await choose('Số liệu', 'Đảng viên')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Từ ngày' })).toBeNull())
    await choose('Số liệu', 'Nữ (%)')
    const printed = await screen.findByRole('textbox', { name: 'Tỷ lệ đúng như đã in' })
    fireEvent.change(printed, { target: { value: '56 %' } })
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    expect(await screen.findByText('Chỉ ghi chữ số, chẳng hạn 146,6')).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.change(printed, { target: { value: '56' } })
    await choose('Mức độ', 'Khoảng')
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      organizationId: 'town',
      indicator: 'femaleShare',
      from: '2024-01-01',
      asOf: '2024-11-15',
      printedPercentage: '56',
      qualifier: 'ABOUT',
    })
    await waitFor(() => expect(router.state.location.search).not.toContain('dialog'))
  })

  it('are taken back with a reason, and what was typed stays when that is refused', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    let isRefused = true
    const refused = failingLink(
      'CorrectDeclaredFigure',
      { code: 'CONFLICT', reason: { key: 'DECLARED_CORRECTED', params: {} } },
      () => isRefused,
    )
    renderRoute(
      `${address}&dialog=correctDeclared&declared=declared-0`,
      ApolloLink.from([refused, schemaLink(world)]),
    )
    expect(await screen.findByText(/“Kết nạp: hơn 223”/u)).toBeTruthy()
    fireEvent.change(await screen.findByRole('textbox', { name: 'Sai ở đâu, vì sao' }), {
      target: { value: 'In sai' },
    })
    fireEvent.click(screen.getAllByRole('button', { name: 'Đính chính' }).at(-1)!)
    expect(await screen.findByText('Số liệu công bố này đã được đính chính.')).toBeTruthy()
    isRefused = false
    fireEvent.click(screen.getAllByRole('button', { name: 'Đính chính' }).at(-1)!)
    await waitFor(() => expect(sent).toEqual([{ id: 'declared-0', version: 1, reason: 'In sai' }]))
  })
})
