import { fileURLToPath } from 'node:url'
import { type Playground, startPlayground } from '../../src/playground/playground.ts'
import { startStubBot } from './stub-bot.ts'

const quiet = { info: () => undefined, error: () => undefined }

/** The manifest of the stub app. */
export const stubManifest = fileURLToPath(new URL('./stub-manifest.yml', import.meta.url))

/** Starts a playground with the stub app in it, on a free port. */
export function startStub(options: { scenario?: string; unseeded?: boolean } = {}): Promise<Playground> {
  return startPlayground({
    port: 0,
    log: quiet,
    startBot: startStubBot,
    manifest: stubManifest,
    unseeded: true,
    ...options,
  })
}
