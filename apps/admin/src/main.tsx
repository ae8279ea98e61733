import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { createClient } from './app/apollo.js'
import { Providers } from './app/providers.js'
import { routes } from './app/router.js'
import './app/fonts.css'
import './app/base.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={createClient()}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </Providers>
  </StrictMode>,
)

void import('./lib/reason-words.js')
