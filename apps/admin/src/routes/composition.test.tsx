import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town/composition?asOf=2024-11-15&period=year-2024'
const open = (parameters: string) => renderRoute(`${address}${parameters}`, schemaLink(createWorld()))

describe('composition', () => {
  it('shows one attribute with shares and a total, and says that the parts add up', async () => {
    open('&rows=SEX')
    expect(await screen.findByText('Kết nạp theo giới tính')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Nữ: 124' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Tổng số: 220' })).toBeTruthy()
    expect(screen.getByText('Các phần cộng lại đúng bằng tổng số.')).toBeTruthy()
  })

  it('crosses two attributes; what is covered leads nowhere', async () => {
    open('&rows=SEX&columns=OCCUPATION')
    expect(await screen.findByText('Kết nạp theo giới tính và nghề nghiệp')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Nữ, Học sinh: 24' })).toBeTruthy()
    expect(screen.getByText('< 3').closest('a')).toBeNull()
  })

  it('says how many are not known', async () => {
    open('&rows=OCCUPATION')
    expect(await screen.findByText(/14 người chưa rõ thông tin/u)).toBeTruthy()
  })

  it('draws the same as bars', async () => {
    const router = open('&rows=SEX&columns=OCCUPATION')
    fireEvent.click(await screen.findByText('Biểu đồ'))
    await waitFor(() => expect(document.querySelectorAll('.sb-cross-chart li')).toHaveLength(2))
    expect(router.state.location.search).toContain('show=chart')
  })

  it('opens the people behind a number, and a person', async () => {
    const router = open('&rows=SEX')
    fireEvent.click(await screen.findByRole('link', { name: 'Nữ: 124' }))
    expect(await screen.findByText('Kết nạp · Nữ')).toBeTruthy()
    expect(await screen.findByText('2 người có tên trong sổ.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Trần Thị An 1' }))
    await waitFor(() => expect(router.state.location.search).toContain('person=person-0'))
  })

  it('tells members without a name apart', async () => {
    open('&rows=SEX&count=members&cell=~')
    expect(await screen.findByText(/9 người chỉ có trong số đầu kỳ/u)).toBeTruthy()
    expect(screen.getByText('Đảng viên theo giới tính')).toBeTruthy()
  })

  it('asks for the set of groups before it counts by group', async () => {
    open('&rows=GROUP')
    expect((await screen.findAllByText('Chọn cách phân nhóm đơn vị')).length).toBeGreaterThan(0)
  })

  it('does not offer what only members on a day have, for what happened', async () => {
    open('&rows=PROBATION')
    expect(await screen.findByText('Kết nạp theo giới tính')).toBeTruthy()
    expect(await screen.findByText('Kết nạp theo giới tính')).toBeTruthy()
  })
})
