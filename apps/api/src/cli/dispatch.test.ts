import { expect, it } from 'vitest'
import { parseArgs } from 'node:util'
import { invalidInput } from '../errors/errors.js'
import { UsageError, type Command } from './command.js'
import { dispatch } from './dispatch.js'

const echo: Command = {
  name: 'echo',
  summary: 'say it again',
  usage: 'echo --text <text>',
  run(args, io) {
    const { values } = parseArgs({ args, options: { text: { type: 'string' } } })
    if (values.text === undefined) throw new UsageError('--text is missing')
    if (values.text === 'bad') throw invalidInput('text', 'is bad')
    io.out(values.text)
    return Promise.resolve(0)
  },
}

/** Runs a command line; what it wrote and its exit code. */
async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const written = { out: '', error: '' }
  const io = {
    out: (text: string) => void (written.out += text),
    error: (text: string) => void (written.error += text),
  }
  return { code: await dispatch([echo], argv, io), ...written }
}

it('runs the command that is named', async () => {
  expect(await run('echo', '--text', 'xin chào')).toEqual({ code: 0, out: 'xin chào', error: '' })
})

it('lists the commands', async () => {
  for (const argv of [[], ['help'], ['--help']])
    expect((await run(...argv)).out).toContain('echo  say it again')
  expect((await run('echo', '--help')).out).toBe('Usage: echo --text <text>')
})

it('says how a command is called that was called wrongly', async () => {
  for (const argv of [['echo'], ['echo', '--texts', 'a'], ['echo', 'a'], ['ecco']]) {
    const { code, out, error } = await run(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain('Usage: ')
  }
})

it('says in one line why a command was refused', async () => {
  expect(await run('echo', '--text', 'bad')).toEqual({
    code: 1,
    out: '',
    error: 'INVALID_INPUT: text: is bad',
  })
})
