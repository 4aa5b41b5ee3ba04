import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The process as `npm start` runs it, with what it has written so far. */
export interface MainProcess {
  /** Standard output and error together. */
  output(): string
  signal(signal: 'SIGTERM' | 'SIGINT'): void
  /** Its exit code, once it ends. */
  readonly exit: Promise<number | null>
}

/** Starts main.ts with an environment and nothing else in it. */
export function startMain(
  environment: Readonly<Record<string, string>>,
  cwd: string,
  options: readonly string[] = [],
): MainProcess {
  const child: ChildProcess = spawn(process.execPath, [main, ...options], { env: environment, cwd })
  let output = ''
  const collect = (chunk: unknown) => {
    output += String(chunk)
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return {
    output: () => output,
    signal: (signal) => void child.kill(signal),
    exit: once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null)),
  }
}
