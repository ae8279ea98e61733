import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !/packages\/shared\//u.test(id) },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/graphql': 'http://127.0.0.1:4000' } },
})
