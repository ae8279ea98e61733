import express, { type RequestHandler } from 'express'
import { isUtf8 } from 'node:buffer'
import { SeedbedError } from '../errors/errors.js'

/**
 * Reads a body of JSON: no larger than the limit, not compressed (so that it is as large as it says), and in UTF-8;
 * bytes that are no text are refused instead of being replaced.
 */
export function jsonBody(limit: number): RequestHandler {
  return express.json({
    limit,
    inflate: false,
    verify: (_request, _response, bytes) => {
      if (!isUtf8(bytes))
        throw Object.assign(new SeedbedError('INVALID_INPUT', 'The body must be in UTF-8'), { status: 400 })
    },
  })
}
