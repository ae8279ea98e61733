import type { RequestHandler } from 'express'
import { SeedbedError } from '../errors/errors.js'

const json = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu

function refusal(status: number, reason: string): Error {
  return Object.assign(new SeedbedError('INVALID_INPUT', reason), { status })
}

/**
 * Only a POST of JSON in UTF-8 is a question (405, 415 otherwise). A form of another site can send neither, so
 * nobody asks in the name of the one who sits at this browser.
 */
export const onlyJson: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') {
    response.set('Allow', 'POST')
    return next(refusal(405, 'Questions are asked by POST'))
  }
  if (json.test(request.headers['content-type'] ?? '')) return next()
  next(refusal(415, 'The body must be application/json in UTF-8'))
}
