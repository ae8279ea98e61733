import { OPEN_END, ROLES, type Role } from '@seedbed/shared'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newOneTimePassword } from '../auth/tokens.js'
import { today, type RequestContext } from '../context.js'
import { anyAccounts, installAccount } from '../features/accounts/account.service.js'
import { findOrganizationByCode } from '../features/organizations/organization.service.js'

/** Who tries the demonstration: an account for each role, `code` of its unit or null for everything. */
export const DEMONSTRATION_ACCOUNTS: ReadonlyArray<{
  userName: string
  name: string
  role: Role
  code: string | null
}> = [
  { userName: 'quan-tri', name: 'Quản trị hệ thống', role: 'SYSTEM_ADMIN', code: null },
  {
    userName: 'quan-tri-quang-nam',
    name: 'Quản trị tỉnh Quảng Nam',
    role: 'LEVEL_ADMINISTRATOR',
    code: '49',
  },
  {
    userName: 'ban-to-chuc-dien-ban',
    name: 'Ban Tổ chức Thị ủy Điện Bàn',
    role: 'ORGANIZATION_COMMISSION',
    code: '507',
  },
  {
    userName: 'ban-to-chuc-binh-thuan',
    name: 'Ban Tổ chức Tỉnh ủy Bình Thuận',
    role: 'ORGANIZATION_COMMISSION',
    code: '60',
  },
  { userName: 'kiem-tra', name: 'Ủy ban Kiểm tra', role: 'INSPECTOR', code: null },
  {
    userName: 'dang-uy-dien-phuong',
    name: 'Đảng ủy phường Điện Phương',
    role: 'COMMITTEE_OFFICER',
    code: '20596',
  },
  {
    userName: 'bi-thu-khoi-pho-1',
    name: 'Bí thư chi bộ Khối phố 1, Điện Phương',
    role: 'CELL_SECRETARY',
    code: '20596-C1',
  },
  { userName: 'xem-so-lieu', name: 'Người xem số liệu', role: 'VIEWER', code: null },
]

const accountsFile = (directory: string): string => join(directory, 'accounts.txt')

/** One line an account: user name, password, role and unit. */
function textOf(lines: ReadonlyArray<readonly string[]>): string {
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * Makes the accounts of the demonstration where there is no account yet, each with a generated password that need not
 * be changed, and writes them into a file that only its owner reads. Answers that file and what it says, or nothing
 * where there are accounts already.
 */
export async function prepareDemonstrationAccounts(
  ctx: RequestContext,
  directory: string,
): Promise<{ file: string; text: string } | undefined> {
  if (await anyAccounts(ctx)) return undefined
  const lines: string[][] = []
  for (const { userName, name, role, code } of DEMONSTRATION_ACCOUNTS) {
    const unit = code === null ? null : await findOrganizationByCode(ctx, code)
    const password = newOneTimePassword()
    const facts = { userName, name, role, organization: unit?.id ?? 0, from: today(ctx), to: OPEN_END }
    await installAccount(ctx, facts, { text: password, mustChange: false })
    lines.push([userName, password, ROLES[role].vi, unit?.name ?? 'Toàn hệ thống'])
  }
  const text = textOf(lines)
  const file = accountsFile(directory)
  await mkdir(directory, { recursive: true })
  await writeFile(file, `${text}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return { file, text }
}
