import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftKey, readDraft } from '../lib/drafts.js'
import { meetingWorld } from '../testing/meetings.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

const address = '/units/cell/dossiers/meeting?asOf=2024-11-15&period=year-2024'
const key = draftKey('viewer', 'cell', 'meeting')

beforeEach(() => window.localStorage.clear())

const fill = (field: HTMLElement, value: number) =>
  fireEvent.change(field, { target: { value: String(value) } })
const part = (name: RegExp) => screen.findByRole('region', { name })

async function fillIn(): Promise<void> {
  fireEvent.click(within(await part(/^A\. /u)).getAllByRole('checkbox')[1] as HTMLElement)
  fill(screen.getByLabelText('Tổng số đảng viên chính thức'), 6)
  fill(screen.getByLabelText('Có mặt'), 5)
  const votes = within(await part(/^C\. /u))
  fill(votes.getAllByLabelText('Tán thành')[0] as HTMLElement, 5)
  fill(votes.getAllByLabelText('Tán thành')[1] as HTMLElement, 3)
  fill(votes.getAllByLabelText('Không tán thành')[1] as HTMLElement, 2)
}

describe('the meeting of a cell', () => {
  it('is one form: the list, and a vote for each person by itself', async () => {
    const sent: unknown[] = []
    renderRoute(
      address,
      schemaLink(
        meetingWorld({ onMutation: (name, input) => sent.push([name, JSON.parse(JSON.stringify(input))]) }),
      ),
    )
    await fillIn()
    const votes = within(await part(/^C\. /u))
    expect(await votes.findByText('Đủ phiếu.')).toBeTruthy()
    expect(await votes.findByText('Chưa đủ phiếu.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Ghi 3 việc của cuộc họp' }))
    await waitFor(() => expect(sent).toHaveLength(3))
    const numbers = { officialMembers: 6, temporarilyAway: 0, exemptedAbsent: 0, present: 5 }
    const vote = { version: 3, kind: 'CELL_VOTE', on: '2024-11-15' }
    expect(sent).toEqual([
      ['listSympathisers', { personIds: ['nguon-2'], on: '2024-11-15' }],
      [
        'recordDossierStep',
        { dossierId: 'dossier-1', ...vote, votes: { ...numbers, agreed: 5, against: 0 } },
      ],
      [
        'recordDossierStep',
        { dossierId: 'dossier-2', ...vote, votes: { ...numbers, agreed: 3, against: 2 } },
      ],
    ])
    await waitFor(() => expect(readDraft(key)).toBeNull())
  })

  it('outlives a closed browser, without a name in its storage, and says that it is back', async () => {
    renderRoute(address, schemaLink(meetingWorld({})))
    await fillIn()
    expect(window.localStorage.getItem(key)).not.toMatch(/Nguồn|Hồ Sơ/u)
    cleanup()
    renderRoute(address, schemaLink(meetingWorld({})))
    expect(await screen.findByText(/Đã mở lại những gì đang ghi dở lúc/u)).toBeTruthy()
    const votes = within(await part(/^C\. /u))
    const agreed = votes.getAllByLabelText('Tán thành').map((field) => (field as HTMLInputElement).value)
    expect(agreed).toEqual(['5', '3'])
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ, ghi lại từ đầu' }))
    expect(readDraft(key)).toBeNull()
  })

  it('records the others when one is refused, and keeps that one to try again', async () => {
    renderRoute(address, schemaLink(meetingWorld({ refuse: 'dossier-2' })))
    await fillIn()
    fireEvent.click(screen.getByRole('button', { name: 'Ghi 3 việc của cuộc họp' }))
    const results = within(await part(/^Kết quả ghi/u))
    await waitFor(() => expect(results.getAllByText('đã ghi')).toHaveLength(2))
    expect(await screen.findByRole('button', { name: /Ghi 1 việc của cuộc họp/u })).toBeTruthy()
    expect(readDraft<{ ballots: object; listed: string[] }>(key)?.value).toMatchObject({
      listed: [],
      ballots: { 'dossier-2': { agreed: 3, against: 2 } },
    })
  })

  it('has a sheet for the cell on paper, with the same numbers beside the names', async () => {
    renderRoute(address, schemaLink(meetingWorld({})))
    await part(/^D\. /u)
    const rows = [...document.querySelectorAll('.sb-print-sheet tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent),
    )
    expect(rows).toEqual([
      ['A1', 'Võ Thị Nguồn 1'],
      ['A2', 'Võ Thị Nguồn 2'],
      ['B1', 'Võ Thị Nguồn 3'],
      ['C1', 'Lê Thị Hồ Sơ 1'],
      ['C2', 'Lê Thị Hồ Sơ 2'],
      ['D1', 'Lê Thị Hồ Sơ 3'],
    ])
  })
})
