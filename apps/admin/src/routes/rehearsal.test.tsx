import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import { testRehearsal } from '../testing/rehearsals.js'
import {
  createReorganizationWorld,
  testOperation,
  testReorganization,
  type SentCall,
} from '../testing/reorganizations.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

type Options = NonNullable<Parameters<typeof createReorganizationWorld>[0]>

const plan = '/reorganizations/plan'
const world = (more: Record<string, unknown> = {}, options: Options = {}) =>
  createReorganizationWorld({ ...options, more: { rehearseReorganization: () => testRehearsal(), ...more } })

const region = (name: string | RegExp) => screen.findByRole('region', { name })

describe('the rehearsal', () => {
  it('says that the plan can be carried out, and that nobody is lost', async () => {
    renderRoute(`${plan}?view=rehearsal`, schemaLink(world()))
    expect(await screen.findByText('Không có lỗi.')).toBeTruthy()
    const sums = await region('Cộng trước và sau')
    expect(within(sums).getByRole('row', { name: /Đảng viên/u }).textContent).toBe('Đảng viên5855850')
    expect(sums.textContent).toContain('Số đảng viên trước và sau bằng nhau')
  })

  it('marks by words what ends and what begins in the two trees, and what becomes of it', async () => {
    renderRoute(`${plan}?view=rehearsal`, schemaLink(world()))
    const before = await region('Trước: hết ngày 30/06/2025')
    expect(before.textContent).toContain('Phường Điện Phương ward-0× kết thúc331 đảng viên')
    expect((await region('Sau: từ ngày 01/07/2025')).textContent).toContain('+ lập mới')
    const changes = await region('Đơn vị lập mới, kết thúc, chuyển, thay đổi (3)')
    expect(within(changes).getAllByText('thành Phường Điện Bàn')).toHaveLength(2)
    expect(changes.textContent).toContain('31 đơn vị trực thuộc của chúng chuyển theo')
  })

  it('puts faults first, each with the way to its operation', async () => {
    const refusal = { code: 'CONFLICT', vi: 'mã 20557 thuộc về đơn vị khác', en: 'code 20557 is taken' }
    const faults = [{ operationId: 'merge', position: 1, refusal }]
    const more = { rehearseReorganization: () => testRehearsal({ faults }) }
    const router = renderRoute(`${plan}?view=rehearsal`, schemaLink(world(more)))
    const box = await region('Phải sửa trước khi thực hiện (1)')
    expect(box.textContent).toContain('mã 20557 thuộc về đơn vị khác')
    fireEvent.click(within(box).getByRole('link', { name: 'Việc số 1' }))
    await waitFor(() => expect(router.state.location.search).toContain('operation=merge'))
    expect(document.querySelector('[data-operation="merge"]')?.getAttribute('aria-current')).toBe('true')
  })

  it('tells collisions, what is left to do by hand, and targets by their rule', async () => {
    const collision = { code: 'CONFLICT', vi: 'hai đơn vị cùng tên', en: 'two units of one name' }
    const more = {
      rehearseReorganization: () =>
        testRehearsal({
          collisions: [{ kind: 'NAME', blocking: false, names: ['Chi bộ 1'], refusal: collision }],
          handwork: [
            {
              operationId: 'split',
              position: 3,
              name: 'Chi bộ 2',
              persons: 12,
              assigned: 9,
              unnamed: 1,
              restToPrincipal: false,
            },
          ],
        }),
    }
    renderRoute(`${plan}?view=rehearsal`, schemaLink(world(more)))
    expect((await region('Chỗ trùng nhau (1)')).textContent).toContain('cần biết, không cản trở')
    expect((await region('Phần phải làm bằng tay')).textContent).toContain('còn 3 người chưa phân')
    expect((await region('Chỉ tiêu của các đơn vị kết thúc')).textContent).toContain('Cộng dồn')
  })

  it('offers to try again after a failure', async () => {
    const refused = failingLink('RehearseReorganization', { code: 'UNAVAILABLE' })
    renderRoute(`${plan}?view=rehearsal`, ApolloLink.from([refused, schemaLink(world())]))
    expect(await screen.findByText(/Máy chủ tạm thời chưa trả lời được/u)).toBeTruthy()
    expect(screen.getByRole('button', { name: /Chạy thử lại/u })).toBeTruthy()
  })
})

describe('carrying it out', () => {
  it('says in numbers what will happen, and afterwards where it is to be seen', async () => {
    const calls: SentCall[] = []
    const applyReorganization = (sent: Record<string, unknown>) => {
      calls.push({ name: 'apply', sent: { ...sent } })
      return testReorganization({ status: 'APPLIED', version: 8 })
    }
    renderRoute(`${plan}?dialog=apply`, schemaLink(world({ applyReorganization })))
    expect(await screen.findByText('2 đơn vị kết thúc')).toBeTruthy()
    expect(screen.getByText('1 đơn vị được lập mới')).toBeTruthy()
    expect(screen.getByText(/585 đảng viên được giữ nguyên/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Thực hiện' }))
    expect(await screen.findByText(/Tổ chức mới có hiệu lực từ ngày 01\/07\/2025/u)).toBeTruthy()
    expect(calls).toEqual([{ name: 'apply', sent: { id: 'plan', version: 7 } }])
    const link = screen.getByRole('link', { name: 'Đảng bộ phường Điện Bàn' })
    expect(link.getAttribute('href')).toBe('/codes/20557?asOf=2025-07-01&period=year-2025')
  })

  it('cannot be done with faults', async () => {
    const refusal = { code: 'CONFLICT', vi: 'mã đã có', en: 'taken' }
    const faults = [{ operationId: null, position: null, refusal }]
    const more = { rehearseReorganization: () => testRehearsal({ faults }) }
    renderRoute(`${plan}?dialog=apply`, schemaLink(world(more)))
    expect(await screen.findByText('mã đã có')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Thực hiện' }).disabled).toBe(true)
  })

  it('says which operation was refused, and stays a draft', async () => {
    const refused = failingLink('ApplyReorganization', {
      code: 'CONFLICT',
      reason: { key: 'NAMED_TWICE', params: {} },
      operation: { id: 'move', position: 2 },
    })
    renderRoute(`${plan}?dialog=apply`, ApolloLink.from([refused, schemaLink(world())]))
    await screen.findByText('2 đơn vị kết thúc')
    fireEvent.click(screen.getByRole('button', { name: 'Thực hiện' }))
    expect(await screen.findByText('Ở việc số 2 của phương án.')).toBeTruthy()
    expect(screen.getByText('Một đơn vị được nêu hai lần.')).toBeTruthy()
  })
})

describe('undoing', () => {
  const applied = { plans: [testReorganization({ status: 'APPLIED', appliedAt: '2025-07-01T01:00:00Z' })] }

  it('lists what stands in the way', async () => {
    const obstacle = { code: 'CONFLICT', vi: 'Kết nạp ngày 02/08/2025 tại Chi bộ 1', en: 'An admission' }
    renderRoute(`${plan}?dialog=undo`, schemaLink(world({ rehearseUndo: () => [obstacle] }, applied)))
    expect(await screen.findByText(/đã có 1 việc dựa trên tổ chức mới/u)).toBeTruthy()
    expect(screen.getByText('Kết nạp ngày 02/08/2025 tại Chi bộ 1')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Hoàn tác' }).disabled).toBe(true)
  })

  it('says what will be as before, and does it', async () => {
    const calls: unknown[] = []
    const undoReorganization = (sent: Record<string, unknown>) => {
      calls.push({ ...sent })
      return testReorganization({ status: 'UNDONE', version: 8 })
    }
    renderRoute(
      `${plan}?dialog=undo`,
      schemaLink(world({ rehearseUndo: () => [], undoReorganization }, applied)),
    )
    expect(await screen.findByText(/mọi số liệu bằng đúng số trước khi thực hiện/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    await screen.findByText('Đã hoàn tác, mọi thứ trở lại như trước')
    expect(calls).toEqual([{ id: 'plan', version: 7 }])
  })
})

describe('the persons of a split cell', () => {
  const unit = {
    id: 'cell',
    at: '2025-06-30',
    name: 'Chi bộ 1',
    code: 'K1',
    tier: 'CELL',
    holdsMembers: true,
  }
  const heir = (position: number, name: string) => ({
    position,
    extent: 'PART',
    principal: position === 0,
    unit: null,
    newUnit: { ref: name, code: name, name, tier: 'CELL', kind: 'WARD', sector: null, parent: null },
    children: [],
  })
  const split = testOperation('split', 'SPLIT', {
    units: [{ ref: null, organization: unit }],
    successors: [heir(0, 'Chi bộ 1A'), heir(1, 'Chi bộ 1B')],
    work: { persons: 3, assigned: 1, unnamed: 2 },
  })
  const person = (id: string, fullName: string, successor: number | null) => ({
    successor,
    byRule: false,
    person: { id, fullName, birthDate: '1980-01-02', female: true, ethnicity: '01' },
  })
  const people = [person('p1', 'Trần Thị An', 0), person('p2', 'Lê Văn Bình', null)]
  const splitPersons = () => ({
    edges: people.map((node, index) => ({ cursor: String(index), node })),
    pageInfo: { hasNextPage: false, endCursor: null },
    totalCount: 2,
  })

  it('are assigned by hand, with the progress in words', async () => {
    const calls: unknown[] = []
    const assignPersons = (sent: Record<string, unknown>) => {
      calls.push({ ...sent })
      return testReorganization()
    }
    const options = { plans: [testReorganization({ operations: [split] })] }
    renderRoute(
      `${plan}?dialog=split&operation=split`,
      schemaLink(world({ splitPersons, assignPersons }, options)),
    )
    const drawer = await screen.findByRole('dialog')
    expect((await within(drawer).findByText('còn 2 người chưa phân')).tagName).toBe('STRONG')
    expect(drawer.textContent).toContain('2 đảng viên chưa có tên trong sổ')
    fireEvent.click(await within(drawer).findByRole('checkbox', { name: 'Lê Văn Bình' }))
    fireEvent.click(within(drawer).getByRole('button', { name: '→ Chi bộ 1B' }))
    await waitFor(() =>
      expect(calls).toEqual([
        { id: 'plan', version: 7, operationId: 'split', personIds: ['p2'], successor: 1 },
      ]),
    )
  })
})
