import { commands } from './commands.js'
import { dispatch } from './dispatch.js'

const io = {
  out: (text: string) => void process.stdout.write(`${text}\n`),
  error: (text: string) => void process.stderr.write(`${text}\n`),
}

process.exitCode = await dispatch(commands, process.argv.slice(2), io)
