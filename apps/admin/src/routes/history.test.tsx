import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const place = 'asOf=2024-11-15&period=year-2024'

describe('history of a unit', () => {
  it('shows events, versions, targets and documents', async () => {
    renderRoute(`/units/town/history?${place}`, schemaLink(createWorld()))
    expect(await screen.findByText('Thành lập')).toBeTruthy()
    expect(screen.getByText('01/01/1997 – 30/06/2025')).toBeTruthy()
    expect(screen.getByText('150 người')).toBeTruthy()
    expect(screen.getByText('187-KH/TU')).toBeTruthy()
  })

  it('says in numbers what a dissolution would do', async () => {
    renderRoute(`/units/town/history?${place}&dialog=dissolve`, schemaLink(createWorld()))
    expect(
      await screen.findByText(/Thị xã Điện Bàn sẽ kết thúc; 22 đơn vị trực thuộc và 6\.557 đảng viên/u),
    ).toBeTruthy()
  })
})
