import { QueryFailedError } from 'typeorm'
import { expect, it } from 'vitest'
import { loggable } from './loggable.js'

it('logs of a failed statement neither its values nor the words of the driver', () => {
  const duplicate = Object.assign(new Error("Duplicate entry '097012345678' for key"), {
    code: 'ER_DUP_ENTRY',
    errno: 1062,
  })
  const logged = loggable(new QueryFailedError('INSERT INTO person VALUES (?)', ['Lê Thị Hổ'], duplicate))
  expect(logged).toMatchObject({ code: 'ER_DUP_ENTRY', errno: 1062, query: 'INSERT INTO person VALUES (?)' })
  expect(JSON.stringify(logged)).not.toMatch(/097012345678|Hổ/u)
})

it('logs of our own faults the message and where they come from', () => {
  const logged = loggable(new TypeError('x is not a function'))
  expect(logged).toMatchObject({ type: 'TypeError', message: 'x is not a function' })
  expect(logged['stack']).toContain('loggable.test')
})
