/** What tests of accounts ask. */
export const SIGN_IN = `mutation ($userName: String!, $password: String!) {
  signIn(input: { userName: $userName, password: $password }) { stage }
}`
export const CONFIRM = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { stage } }'
export const VIEWER = '{ viewer { userName stage secondFactor byToken } }'
export const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { stage } }`
export const CREATE_ACCOUNTS = `mutation ($accounts: [NewAccountInput!]!) {
  createAccounts(input: { accounts: $accounts }) { password validUntil account { id version userName mustChangePassword } }
}`

export interface Slip {
  password: string
  validUntil: string
  account: { id: string; version: number; userName: string; mustChangePassword: boolean }
}
