import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../../testing/render-route.js'
import { schemaLink } from '../../testing/schema-link.js'
import { createWorld } from '../../testing/world.js'

const address = '/units/town?asOf=2024-11-15&period=year-2024&dialog=template'

describe('the template of a paragraph', () => {
  it('is shown as text, and not sent while it cannot be read', async () => {
    const sent: unknown[] = []
    renderRoute(address, schemaLink(createWorld({ onMutation: (_, input) => sent.push(input) })))
    const wording = await screen.findByLabelText<HTMLTextAreaElement>('Lời văn')
    expect(wording.value).toBe('đã kết nạp {Kết nạp}')
    fireEvent.change(wording, { target: { value: 'đã kết nạp {số sao}' } })
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(screen.getAllByText(/[Kk]hông có số liệu số sao/u)).not.toHaveLength(0))
    expect(sent).toEqual([])
    expect(wording.value).toBe('đã kết nạp {số sao}')
  })

  it('that is inherited becomes one of the unit, with the figure chosen from the list', async () => {
    const sent: Array<Record<string, unknown>> = []
    renderRoute(address, schemaLink(createWorld({ onMutation: (_, input) => sent.push({ ...input }) })))
    const wording = await screen.findByLabelText<HTMLTextAreaElement>('Lời văn')
    fireEvent.change(wording, { target: { value: 'nữ ' } })
    wording.setSelectionRange(3, 3)
    const list = screen.getByLabelText('Chèn số liệu', { selector: '[role="combobox"]' })
    fireEvent.mouseDown(list)
    fireEvent.change(list, { target: { value: 'Nữ' } })
    fireEvent.click(await screen.findByText('Nữ', { selector: '.ant-select-item-option-content' }))
    expect(wording.value).toBe('nữ {Nữ; cắt 1}')
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      organizationId: 'town',
      code: 'KET_NAP',
      title: 'Kết quả kết nạp',
      validFrom: '2024-01-01',
      parts: JSON.stringify([
        { text: 'nữ ' },
        { figure: 'femaleShare', rounding: { mode: 'TRUNCATE', decimals: 1 } },
      ]),
    })
  })
})
