import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import {
  createReorganizationWorld,
  testOperation,
  testReorganization,
  type SentCall,
} from '../testing/reorganizations.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

type Options = NonNullable<Parameters<typeof createReorganizationWorld>[0]>

const open = (query = '', options: Options = {}) =>
  renderRoute(`/reorganizations/plan${query}`, schemaLink(createReorganizationWorld(options)))

/** The sentence of an operation as it is read. */
function sentence(id: string): string {
  const text = document.querySelector(`[data-operation="${id}"] .sb-sentence`)?.textContent
  return text?.replace(/[\u2068\u2069]/gu, '') ?? ''
}

async function chooseUnit(field: string, text: string, option: string): Promise<void> {
  const input = await screen.findByLabelText(field, { selector: '[role="combobox"]' })
  fireEvent.mouseDown(input)
  fireEvent.change(input, { target: { value: text } })
  const options = await screen.findAllByText(option, { selector: '.sb-unit-option' })
  fireEvent.click(options.at(-1)!)
}

describe('the operations of a draft', () => {
  it('are plain sentences', async () => {
    open()
    await waitFor(() =>
      expect(sentence('merge')).toBe(
        'Sáp nhập Phường Điện Phương, Xã Điện Trung thành Đảng bộ phường Điện Bàn (mới, mã 20557, thuộc Tỉnh Quảng Nam)',
      ),
    )
    expect(sentence('move')).toBe('Chuyển Phường Điện Dương về trực thuộc Đảng bộ phường Điện Bàn')
    expect(screen.getByText(/đã phân 1 đơn vị trực thuộc/u)).toBeTruthy()
  })

  it('are sentences in English too', async () => {
    localStorage.setItem('seedbed.language', 'en')
    open()
    await waitFor(() => expect(sentence('move')).toBe('Move Phường Điện Dương under Đảng bộ phường Điện Bàn'))
  })

  it('say why there are none and how to add some', async () => {
    open('', { plans: [testReorganization({ operations: [] })] })
    expect(await screen.findByText('Chưa có việc nào')).toBeTruthy()
    expect(screen.getByText(/Bấm “Thêm việc”, dán bảng mã cũ – mã mới/u)).toBeTruthy()
  })

  it('cannot be changed any more once they were carried out', async () => {
    open('', { plans: [testReorganization({ status: 'APPLIED', appliedAt: '2025-07-01T01:00:00Z' })] })
    await waitFor(() => expect(sentence('merge')).not.toBe(''))
    expect(screen.queryByRole('button', { name: /Thêm việc/u })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Sửa/u })).toBeNull()
  })

  it('cannot be changed by whoever may not reorganize the unit', async () => {
    const organization = { id: 'town', at: '2025-06-30', name: 'Thị xã Điện Bàn', viewerCanReorganize: false }
    open('?dialog=add&kind=MERGE', { plans: [testReorganization({ organization })] })
    await waitFor(() => expect(sentence('merge')).not.toBe(''))
    expect(screen.queryByRole('button', { name: /Thêm việc|Thực hiện|Sửa|Bỏ/u })).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('are there whatever becomes of the reorganization: one that is not there says so', async () => {
    const missing = failingLink('Reorganization', { code: 'NOT_FOUND' })
    renderRoute('/reorganizations/nowhere', missing.concat(schemaLink(createReorganizationWorld())))
    expect(await screen.findByText(/Không tìm thấy nội dung cần xem/u)).toBeTruthy()
  })

  it('are removed after one has seen which, with the version that was read', async () => {
    const calls: SentCall[] = []
    open('?dialog=remove&operation=move', { onCall: (call) => calls.push(call) })
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Bỏ 1 việc khỏi phương án?')
    expect(dialog.textContent).toContain('Phường Điện Dương')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bỏ' }))
    await waitFor(() =>
      expect(calls).toEqual([
        { name: 'removeOperations', sent: { id: 'plan', version: 7, operationIds: ['move'] } },
      ]),
    )
  })
})

describe('adding a merger', () => {
  it('sends the units, the new unit and where it stands; the new unit is suggested from the first', async () => {
    const calls: SentCall[] = []
    open('?dialog=add&kind=MERGE', { onCall: (call) => calls.push(call) })
    await chooseUnit('Các đơn vị được nhập (sẽ kết thúc)', 'Điện Phương', 'Phường Điện Phương')
    await chooseUnit('Các đơn vị được nhập (sẽ kết thúc)', 'Điện Trung', 'Xã Điện Trung')
    fireEvent.change(screen.getByLabelText('Tên đơn vị mới'), { target: { value: 'Đảng bộ phường C' } })
    fireEvent.change(screen.getByLabelText('Mã đơn vị mới'), { target: { value: 'C' } })
    fireEvent.click(screen.getByRole('button', { name: 'Thêm vào phương án' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(calls[0]).toEqual({
      name: 'addOperations',
      sent: {
        input: {
          id: 'plan',
          version: 7,
          operations: [
            {
              kind: 'MERGE',
              units: [{ id: 'ward-0' }, { id: 'ward-1' }],
              successors: [
                {
                  principal: true,
                  newUnit: {
                    name: 'Đảng bộ phường C',
                    code: 'C',
                    tier: 'GRASSROOTS',
                    kind: 'TOWN',
                    sector: 'TERRITORIAL',
                    parent: { id: 'town' },
                  },
                },
              ],
            },
          ],
        },
      },
    })
  })

  it('says what is missing before anything is sent', async () => {
    const calls: SentCall[] = []
    open('?dialog=add&kind=MERGE', { onCall: (call) => calls.push(call) })
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm vào phương án' }))
    expect((await screen.findAllByText('Cần điền mục này')).length).toBeGreaterThan(2)
    expect(calls).toEqual([])
  })

  it('shows a refusal in the language on screen and keeps what was typed', async () => {
    const refused = failingLink('AddOperations', {
      code: 'INVALID_INPUT',
      fields: { 'operations.0.units': 'a unit is named twice' },
      reason: { key: 'NAMED_TWICE', params: {} },
    })
    const link = ApolloLink.from([refused, schemaLink(createReorganizationWorld())])
    renderRoute('/reorganizations/plan?dialog=add&kind=DISSOLVE', link)
    await chooseUnit('Các đơn vị giải thể', 'Điện Phương', 'Phường Điện Phương')
    fireEvent.mouseDown(await screen.findByLabelText('Lý do giải thể', { selector: '[role="combobox"]' }))
    fireEvent.click(await screen.findByText('Hết nhiệm vụ', { selector: '.ant-select-item-option-content' }))
    fireEvent.click(screen.getByRole('button', { name: 'Thêm vào phương án' }))
    expect(await screen.findByText('Đơn vị: một đơn vị được nêu hai lần')).toBeTruthy()
    expect(screen.getByText('Phường Điện Phương', { selector: '.ant-select-selection-item *' })).toBeTruthy()
  })
})

describe('changing an operation', () => {
  it('keeps what was assigned below a split unit', async () => {
    const calls: SentCall[] = []
    open('?dialog=edit&operation=split', { onCall: (call) => calls.push(call) })
    const names = await screen.findAllByLabelText('Tên đơn vị mới')
    fireEvent.change(names[1]!, { target: { value: 'Đảng bộ phường Bờ Nam' } })
    fireEvent.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    const { operation, operationId } = calls[0]!.sent as {
      operation: { successors: Array<Record<string, unknown>> }
      operationId: string
    }
    expect(operationId).toBe('split')
    expect(operation.successors).toMatchObject([
      { principal: true, children: [{ id: 'ward-0' }], newUnit: { ref: 'A1' } },
      { principal: false, newUnit: { ref: 'B1', name: 'Đảng bộ phường Bờ Nam' } },
    ])
  })

  it('assigns the units below a split unit, those ticked at once', async () => {
    const calls: SentCall[] = []
    open('?dialog=split&operation=split', { onCall: (call) => calls.push(call) })
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText(/còn 21 đơn vị chưa phân/u)).toBeTruthy()
    fireEvent.click(within(drawer).getByRole('checkbox', { name: 'Xã Điện Trung' }))
    fireEvent.click(within(drawer).getByRole('button', { name: '→ Đảng bộ phường B' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    const { operation } = calls[0]!.sent as { operation: { successors: unknown } }
    expect(operation.successors).toMatchObject([
      { children: [{ id: 'ward-0' }] },
      { children: [{ id: 'ward-1' }] },
    ])
  })
})

describe('a pasted table', () => {
  const text = '20551\t20557\tPhường Điện Bàn\n99999\t20557'

  it('shows every wrong line beside what was pasted, and adds nothing', async () => {
    open('?dialog=mapping', {
      preview: {
        rows: 2,
        operations: [],
        faults: [
          {
            line: 2,
            field: 'oldCode',
            refusal: { code: 'INVALID_INPUT', vi: 'không đơn vị nào mang mã 99999', en: 'nobody carries it' },
          },
        ],
      },
    })
    fireEvent.change(await screen.findByLabelText('Bảng'), { target: { value: text } })
    fireEvent.click(screen.getByRole('button', { name: 'Xem trước' }))
    expect(await screen.findByText(/mã cũ: không đơn vị nào mang mã 99999/u)).toBeTruthy()
    const row = document.querySelector('.sb-mapping-faults tbody tr')
    expect(row?.textContent).toContain('99999\t20557')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Thêm vào phương án' }).disabled).toBe(true)
    expect((screen.getByLabelText('Bảng') as HTMLTextAreaElement).value).toBe(text)
  })

  it('is added once its preview is good; a change afterwards asks for another preview', async () => {
    const calls: SentCall[] = []
    open('?dialog=mapping', {
      onCall: (call) => calls.push(call),
      preview: { rows: 2, faults: [], operations: [testOperation('', 'MERGE')] },
    })
    fireEvent.change(await screen.findByLabelText('Bảng'), { target: { value: text } })
    fireEvent.click(screen.getByRole('button', { name: 'Xem trước' }))
    const add = await screen.findByRole('button', { name: 'Thêm 1 việc' })
    fireEvent.change(screen.getByLabelText('Bảng'), { target: { value: `${text}\n` } })
    expect(await screen.findByText('Bảng đã thay đổi, hãy xem trước lại.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Bảng'), { target: { value: text } })
    await waitFor(() => expect((add as HTMLButtonElement).disabled).toBe(false))
    fireEvent.click(screen.getByRole('button', { name: 'Thêm 1 việc' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.sent).toEqual({
      id: 'plan',
      version: 7,
      input: { text, parent: { id: 'town' }, tier: 'SUPERIOR_COMMUNE' },
    })
  })
})

describe('the two trees', () => {
  const node = async (tree: string, name: string) =>
    within(await screen.findByRole('region', { name: tree })).findByText(name, {
      selector: '.sb-pane-row span',
    })

  it('move what is picked in the left one under what is picked in the right one, without dragging', async () => {
    const calls: SentCall[] = []
    open('?view=trees', { onCall: (call) => calls.push(call) })
    fireEvent.click(await node('Đơn vị cần sắp xếp', 'X. Điện Trung'))
    fireEvent.click(await node('Nơi đến', 'Đảng bộ phường Điện Bàn'.replace('Đảng bộ', 'ĐB')))
    fireEvent.click(
      await screen.findByRole('button', { name: 'Chuyển về trực thuộc Đảng bộ phường Điện Bàn' }),
    )
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.sent).toEqual({
      input: {
        id: 'plan',
        version: 7,
        operations: [{ kind: 'MOVE', units: [{ id: 'ward-1' }], parent: { ref: '20557' } }],
      },
    })
  })

  it('ask what is meant when a unit is dropped on another', async () => {
    const calls: SentCall[] = []
    open('?view=trees', { onCall: (call) => calls.push(call) })
    const data = new Map<string, string>()
    const dataTransfer = {
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
    }
    const source = await node('Đơn vị cần sắp xếp', 'X. Điện Trung')
    fireEvent.dragStart(source.closest('.sb-pane-row')!, { dataTransfer })
    const target = await node('Nơi đến', 'P. Điện Ngọc')
    fireEvent.drop(target.closest('.sb-pane-row')!, { dataTransfer })
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Nhập vào Phường Điện Ngọc' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.sent).toMatchObject({
      input: {
        operations: [{ kind: 'MERGE', units: [{ id: 'ward-1' }], successors: [{ unit: { id: 'ward-3' } }] }],
      },
    })
  })
})
