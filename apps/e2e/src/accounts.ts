import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Name and value of the cookie of a browser that has signed in. */
export type Cookie = string

/** Passwords of the demonstration's accounts by their user names, from the file that the first start wrote. */
export function passwordsIn(dataDirectory: string): Record<string, string> {
  const lines = readFileSync(join(dataDirectory, 'accounts.txt'), 'utf8').trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/\s+/u).slice(0, 2) as [string, string]))
}

interface Asked<Data> {
  data: Data
  cookie: Cookie
}

/** Asks the API; the answer must have data. Answers the cookie as it is afterwards. */
export async function ask<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  cookie: Cookie = '',
): Promise<Asked<Data>> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as { data?: Data; errors?: unknown }
  if (!body.data || body.errors) throw new Error(`${query}: ${JSON.stringify(body.errors)}`)
  return { data: body.data, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie }
}

const SIGN_IN = `mutation ($userName: String!, $password: String!) {
  signIn(input: { userName: $userName, password: $password }) { stage }
}`

/** Signs in; answers the cookie. */
export async function signIn(url: string, userName: string, password: string): Promise<Cookie> {
  return (await ask(url, SIGN_IN, { userName, password })).cookie
}

const CREATE = `mutation ($account: NewAccountInput!) {
  createAccounts(input: { accounts: [$account] }) { password account { id } }
}`
const GRANT = `mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }`
const CHANGE = `mutation ($newPassword: String!) { changePassword(input: { newPassword: $newPassword }) { stage } }`

/** An account that may do everything but administer the system, made and opened as a person would; its cookie. */
export async function openTester(url: string, passwords: Record<string, string>): Promise<Cookie> {
  const admin = await signIn(url, 'quan-tri', passwords['quan-tri'] ?? '')
  const account = { userName: 'nguoi-thu', name: 'Người Thử', role: 'LEVEL_ADMINISTRATOR' }
  const { data } = await ask<{ createAccounts: [{ password: string; account: { id: string } }] }>(
    url,
    CREATE,
    { account },
    admin,
  )
  const [slip] = data.createAccounts
  for (const role of ['ORGANIZATION_COMMISSION', 'INSPECTOR'])
    await ask(url, GRANT, { input: { accountId: slip.account.id, role } }, admin)
  const once = await signIn(url, account.userName, slip.password)
  return (await ask(url, CHANGE, { newPassword: 'mưa phùn tháng giêng' }, once)).cookie
}
