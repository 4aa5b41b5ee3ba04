import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

// Run as a process of its own: Vite sets NODE_ENV, and its memory is given back.
const [outDir = ''] = process.argv.slice(2)

await build({
  configFile: false,
  root: fileURLToPath(new URL('./page', import.meta.url)),
  mode: 'production',
  logLevel: 'error',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // An inlined asset would be a data: URL, which the page's policy allows for pictures only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
})
