import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../../testing/failing-link.js'
import { renderRoute } from '../../testing/render-route.js'
import { schemaLink } from '../../testing/schema-link.js'
import { createWorld } from '../../testing/world.js'

const dialog = 'asOf=2024-11-15&period=year-2024&dialog=record'

async function choose(field: string, option: string): Promise<void> {
  fireEvent.mouseDown(await screen.findByLabelText(field, { selector: '[role="combobox"]' }))
  fireEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }))
}

async function choosePerson(): Promise<void> {
  const field = await screen.findByLabelText('Họ và tên', { selector: '[role="combobox"]' })
  fireEvent.mouseDown(field)
  fireEvent.change(field, { target: { value: 'Trần' } })
  fireEvent.click(
    await screen.findByText(/^Trần Thị An 1 ·/u, { selector: '.ant-select-item-option-content' }),
  )
}

describe('recording at a cell', () => {
  it('sends what was entered, with the cell on screen', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    const router = renderRoute(`/units/cell/admissions?${dialog}`, schemaLink(world))
    await choosePerson()
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      personId: 'person-0',
      organizationId: 'cell',
      on: '2024-11-15',
      youthUnion: false,
    })
    await waitFor(() => expect(router.state.location.search).not.toContain('dialog'))
  })

  it.each<{ kind: string; choices: Record<string, string>; stated: object }>([
    {
      kind: 'Thay đổi thông tin',
      choices: { 'Trình độ chuyên môn': 'Đại học', 'Là đoàn viên thanh niên': 'Không' },
      stated: { degree: 'UNIVERSITY', youthUnion: false },
    },
    {
      kind: 'Giới thiệu',
      choices: { 'Tổ chức giới thiệu': 'Công đoàn', 'Nghề nghiệp': 'Công nhân, người lao động' },
      stated: { introducer: 'TRADE_UNION', occupation: 'WORKER' },
    },
    { kind: 'Phục hồi đảng tịch', choices: {}, stated: { probationary: false } },
  ])('sends for “$kind” what was chosen and nothing else', async ({ kind, choices, stated }) => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    renderRoute(`/units/cell/admissions?${dialog}`, schemaLink(world))
    await choosePerson()
    await choose('Việc cần ghi', kind)
    for (const [field, option] of Object.entries(choices)) await choose(field, option)
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      personId: 'person-0',
      organizationId: 'cell',
      on: '2024-11-15',
      ...stated,
    })
  })

  it('shows a refusal in the dialog and loses nothing that was typed', async () => {
    const refused = failingLink('RecordAdmission', {
      code: 'CONFLICT',
      requestId: 'req-9',
      reason: { key: 'MEMBER_ALREADY', params: {} },
    })
    const link = ApolloLink.from([refused, schemaLink(createWorld())])
    renderRoute(`/units/cell/admissions?${dialog}`, link)
    await choosePerson()
    fireEvent.change(screen.getByRole('textbox', { name: 'Ghi chú' }), {
      target: { value: 'theo Nghị quyết 04' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await screen.findByText(/Không ghi được vì trái với dữ liệu đang có/u)
    expect(screen.getByText('Người này đang là đảng viên.')).toBeTruthy()
    expect(screen.getByText(/req-9/u)).toBeTruthy()
    expect((screen.getByRole('textbox', { name: 'Ghi chú' }) as HTMLTextAreaElement).value).toBe(
      'theo Nghị quyết 04',
    )
  })

  it('marks the field that is wrong, with the reason in the language on screen', async () => {
    const refused = failingLink('RecordAdmission', {
      code: 'INVALID_INPUT',
      fields: { on: 'lies in the future' },
      reason: { key: 'IN_FUTURE', params: {} },
    })
    renderRoute(`/units/cell/admissions?${dialog}`, ApolloLink.from([refused, schemaLink(createWorld())]))
    await choosePerson()
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    expect(await screen.findByText('Ngày: ngày này chưa tới')).toBeTruthy()
    expect(await screen.findByText('ngày này chưa tới')).toBeTruthy()
    expect(screen.queryByText(/future/u)).toBeNull()
  })

  it('says that only cells hold members', async () => {
    renderRoute(`/units/town/admissions?${dialog}`, schemaLink(createWorld()))
    expect(await screen.findByText(/Chỉ ghi nhận được tại chi bộ/u)).toBeTruthy()
  })
})
