import type { ApolloLink } from '@apollo/client'
import { render } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { createClient } from '../app/apollo.js'
import { Providers } from '../app/providers.js'
import { routes } from '../app/router.js'

/** Opens an address of the application over a link; the router tells where one is. */
export function renderRoute(path: string, link: ApolloLink) {
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  render(
    <Providers client={createClient(link)}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return router
}

/** The text of a figure marked by its id. */
export function figure(id: string): string {
  return document.querySelector(`[data-figure="${id}"]`)?.textContent?.replace(/\s+/gu, ' ') ?? ''
}
