import { fireEvent, screen } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { testViewer } from '../testing/viewer.js'
import { createWorld } from '../testing/world.js'

const refused = (code: string, key: string, params = {}) =>
  new GraphQLError('refused', { extensions: { code, reason: { key, params } } })

/** An installation into which one password, one code and one change of password lead. */
function door({ secondFactor = false, mustChange = false } = {}) {
  let stage: string | null = null
  const seen: string[] = []
  const world = {
    ...createWorld(),
    viewer: () => {
      if (stage === null || stage === 'SECOND_FACTOR') throw refused('UNAUTHENTICATED', 'SIGN_IN_FIRST')
      return testViewer({ stage })
    },
    signIn: ({ input }: { input: { password: string } }) => {
      if (input.password !== 'đúng rồi') throw refused('UNAUTHENTICATED', 'SIGN_IN_FAILED')
      stage = secondFactor ? 'SECOND_FACTOR' : mustChange ? 'NEW_PASSWORD' : 'OPEN'
      return { stage }
    },
    confirmSecondFactor: ({ code }: { code: string }) => {
      if (code !== '123456') throw refused('INVALID_INPUT', 'CODE_WRONG')
      stage = 'OPEN'
      return { stage }
    },
    changePassword: () => {
      stage = 'OPEN'
      return { stage }
    },
    signOut: () => {
      stage = null
      return true
    },
  }
  return { link: schemaLink(world, (name) => seen.push(name)), seen }
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

async function signIn(password: string) {
  type(await screen.findByLabelText('Tên đăng nhập'), 'ban-to-chuc')
  type(screen.getByLabelText('Mật khẩu'), password)
  fireEvent.click(await screen.findByRole('button', { name: /Đăng nhập$/u }))
}

it('asks nothing of the application before somebody has signed in', async () => {
  const { link, seen } = door()
  renderRoute('/', link)
  await screen.findByLabelText('Tên đăng nhập')
  expect(seen).toEqual(['Viewer'])
})

it('says in words why nobody came in, then lets in and out', async () => {
  const { link } = door()
  renderRoute('/', link)
  await signIn('sai rồi')
  expect(await screen.findByText(/tên đăng nhập hoặc mật khẩu không đúng/iu)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Tên đăng nhập').value).toBe('ban-to-chuc')
  await signIn('đúng rồi')
  fireEvent.click(await screen.findByRole('button', { name: 'Tài khoản: Ban Tổ chức' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Đăng xuất' }))
  expect(await screen.findByLabelText('Tên đăng nhập')).toBeTruthy()
})

it('asks for a code after the password', async () => {
  const { link } = door({ secondFactor: true })
  renderRoute('/', link)
  await signIn('đúng rồi')
  type(await screen.findByLabelText('Mã xác thực'), '123456')
  fireEvent.click(screen.getByRole('button', { name: 'Xác nhận' }))
  expect(await screen.findByRole('button', { name: 'Tài khoản: Ban Tổ chức' })).toBeTruthy()
})

it('asks for a password of one’s own, typed twice', async () => {
  const { link } = door({ mustChange: true })
  renderRoute('/', link)
  await signIn('đúng rồi')
  type(await screen.findByLabelText('Mật khẩu mới'), 'mưa phùn tháng giêng')
  type(screen.getByLabelText('Gõ lại mật khẩu mới'), 'mưa phùn')
  fireEvent.click(screen.getByRole('button', { name: 'Đặt mật khẩu và vào' }))
  expect(await screen.findByText('Hai lần gõ chưa giống nhau')).toBeTruthy()
  type(screen.getByLabelText('Gõ lại mật khẩu mới'), 'mưa phùn tháng giêng')
  fireEvent.click(screen.getByRole('button', { name: 'Đặt mật khẩu và vào' }))
  expect(await screen.findByRole('button', { name: 'Tài khoản: Ban Tổ chức' })).toBeTruthy()
})
