import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { signingSecret } from '../../tests/helpers/signed-request.ts'
import { workspace } from '../../tests/helpers/slack-payloads.ts'

/** A process that listens for Slack. */
export interface Replica {
  readonly url: string
  /** Ends it as a crash does. */
  kill(): void
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Those of `npm start`, but for the look at the Node that runs it. */
const flags = ['--import', `${root}/src/compile-cache.js`, '--max-semi-space-size=2']

export interface ReplicaOptions {
  readonly script?: string
  /** A directory of facts instead of the usual one. */
  readonly knowledge?: string
}

/** Starts Meshwise as it runs in production, or another script that says at which address it listens. */
export async function startReplica(
  apiUrl: string,
  databaseUrl: string,
  { script = 'src/main.ts', knowledge }: ReplicaOptions = {},
): Promise<Replica> {
  const env = {
    SLACK_BOT_TOKEN: workspace.bot.token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'info',
    PORT: '0',
    ...(knowledge === undefined ? {} : { KNOWLEDGE_DIR: knowledge }),
  }
  const child = spawn(process.execPath, [...flags, `${root}/${script}`], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    url: await addressOf(child),
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`A replica ended with ${code}:\n${output}`)))
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
      const [, url] = /Listening for Slack at (http:\/\/localhost:\d+)/.exec(output) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}
