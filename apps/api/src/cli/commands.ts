import type { Command } from './command.js'
import { createAdminCommand } from './create-admin.command.js'
import { createTokenCommand } from './create-token.command.js'
import { demoCommand } from './demo.command.js'
import { figuresCommand } from './figures.command.js'
import { importCommand } from './import.command.js'
import { migrateCommand } from './migrate.command.js'
import { queryCommand } from './query.command.js'
import { reorganizeCommand } from './reorganize.command.js'
import { targetsCommand } from './targets.command.js'
import { verifyCommand } from './verify.command.js'

/** Every command, in the order of the help. */
export const commands: Command[] = [
  migrateCommand,
  importCommand,
  reorganizeCommand,
  figuresCommand,
  targetsCommand,
  queryCommand,
  verifyCommand,
  demoCommand,
  createAdminCommand,
  createTokenCommand,
]
