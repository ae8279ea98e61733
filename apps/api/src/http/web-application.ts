import express, { Router, type RequestHandler } from 'express'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SeedbedError } from '../errors/errors.js'
import { pagePolicy } from './headers.js'

const noncePlaceholder = /__CSP_NONCE__/gu

const notHere: RequestHandler = (_request, _response, next) => {
  next(new SeedbedError('NOT_FOUND', 'There is nothing at this address'))
}

/** Any address of the application is its one page, with a fresh nonce in it. */
function page(directory: string): RequestHandler {
  return async (_request, response) => {
    const html = await readFile(join(directory, 'index.html'), 'utf8').catch(() => undefined)
    if (html === undefined) throw new SeedbedError('NOT_FOUND', 'The web application has not been built')
    const { nonce, policy } = pagePolicy()
    response.set('Content-Security-Policy', policy).type('html').send(html.replace(noncePlaceholder, nonce))
  }
}

/**
 * Serves the built web application: hashed files under /assets for a year, a missing one is a 404 and never the
 * page; other files as they are; every other address that is read is the page.
 */
export function webApplication(directory: string): Router {
  const router = Router()
  const forPages: RequestHandler = (_request, response, next) => {
    response.removeHeader('Cache-Control')
    next()
  }
  const assets = express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false })
  const files = express.static(directory, { index: false, maxAge: 0, redirect: false })
  const noStore: RequestHandler = (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  }
  router.use('/assets', forPages, assets, noStore, notHere)
  router.get('/index.html', page(directory))
  router.use(forPages, files, noStore)
  router.get('/{*path}', page(directory))
  router.use(notHere)
  return router
}
