// Loaded before anything else (`node --import`), and plain JavaScript, so that even the stripping of types is not loaded
// where everything has been stripped and compiled before. The first start writes the cache as it ends; without leave to
// write there, every start is like the first.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/meshwise', import.meta.url)))
