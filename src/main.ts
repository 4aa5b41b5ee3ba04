import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startApp } from './app.ts'
import { readConfig } from './config.ts'
import { StartError } from './errors.ts'
import { createLog, describeError } from './log.ts'

async function main(): Promise<void> {
  const scenario = readScenarioOption()
  // What the environment has already goes before what the file says.
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const now = () => new Date()
  const log = createLog({ level: config.logLevel, format: config.logFormat, write: (line) => console.log(line), now })
  const newId = () => randomBytes(5).toString('hex')
  const app = await startApp({ config, log, now, newId, scenario })

  const stop = async (signal: string) => {
    log.info(`${signal}: stopping`)
    await app.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Requests end in their own error handler, so a bad one can't bring the process down. In Socket Mode what arrives
  // here is the connection given up for good, as with a revoked token: whoever runs the process shall know.
  process.on('unhandledRejection', (error) => {
    log.error('Something went wrong outside a request', describeError(error))
    if (config.mode === 'socket') process.exit(1)
  })
}

function readScenarioOption(): string | undefined {
  try {
    return parseArgs({ options: { scenario: { type: 'string' } } }).values.scenario
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}\nUsage: npm start [-- --scenario FILE]`)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
})
