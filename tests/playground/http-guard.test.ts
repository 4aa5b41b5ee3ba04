import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Playground, startPlayground } from '../../src/playground/playground.ts'
import { startStub, stubManifest } from './start.ts'
import { startStubBot } from './stub-bot.ts'

let playground: Playground

beforeAll(async () => {
  playground = await startStub()
})

afterAll(() => playground.close())

function ask(
  path: string,
  headers: { [name: string]: string },
  method = 'GET',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${playground.url}${path}`, { headers, method }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    outgoing.on('error', reject)
    outgoing.end(method === 'POST' ? '{"do":"reset"}' : undefined)
  })
}

describe('who may use the playground', () => {
  it('serves its page with a strict policy', async () => {
    const response = await fetch(playground.url)
    expect(response.status).toBe(200)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('refuses names that were made to point here', async () => {
    for (const host of ['evil.example', `evil.example:${new URL(playground.url).port}`, '127.0.0.1:1']) {
      expect((await ask('/', { host })).status).toBe(403)
      expect((await ask('/api/auth.test', { host }, 'POST')).status).toBe(403)
    }
  })

  it('refuses what another site’s page asks for', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await ask('/playground/control', { ...json, origin: 'https://evil.example' }, 'POST')).status).toBe(403)
    expect((await ask('/playground/control', { ...json, 'sec-fetch-site': 'cross-site' }, 'POST')).status).toBe(403)
    expect((await ask('/playground/control', { 'content-type': 'text/plain' }, 'POST')).status).toBe(400)
  })

  it('lets another site link to it', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await ask('/', headers)).status).toBe(200)
  })

  it('gives the Web API to the app’s token only', async () => {
    const call = (authorization: string) =>
      fetch(`${playground.url}/api/auth.test`, { method: 'POST', headers: { authorization } }).then((r) => r.text())
    expect(await call(`Bearer ${playground.credentials.botToken}`)).toContain('"ok":true')
    expect(await call('Bearer xoxb-someone-else')).toContain('invalid_auth')
    expect(await fetch(`${playground.url}/api/auth.test`, { method: 'POST' }).then((r) => r.text())).toContain(
      'not_authed',
    )
  })

  it('answers 404 to paths out of its page', async () => {
    expect((await ask('/../../package.json', {})).status).toBe(404)
    expect((await ask('/%2e%2e/package.json', {})).status).toBe(404)
  })

  it('says so when the port is taken', async () => {
    const port = Number(new URL(playground.url).port)
    const log = { info: () => undefined, error: () => undefined }
    const second = startPlayground({ port, log, startBot: startStubBot, manifest: stubManifest })
    await expect(second).rejects.toThrow(`Port ${port} is taken`)
  })
})
