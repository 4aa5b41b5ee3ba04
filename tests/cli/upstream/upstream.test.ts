import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createWeb, type WebOptions } from '../../../src/cli/upstream/web.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { validateMessage } from '../../../src/playground/validate-blocks.ts'
import { inTerminal } from '../../helpers/terminal.ts'
import { onGitHub, sample } from '../../helpers/upstream.ts'

beforeAll(() => nock.disableNetConnect())
afterEach(() => nock.cleanAll())
afterAll(() => nock.restore())

const api = () => nock('https://api.github.com')
const path = (repository: string) => `/repos/${repository}/releases?per_page=100`
const istioPath = path('istio/istio')

/** What the other two projects answer where only Istio matters. */
function othersAreQuiet(): void {
  api().get(path('cilium/cilium')).reply(200, '[]')
  api().get(path('linkerd/linkerd2')).reply(200, '[]')
}

function istioAnswers(): void {
  api().get(istioPath).reply(200, sample('istio-page-1.json'), {
    link: '<https://api.github.com/repositories/7/releases?per_page=100&page=2>; rel="next"',
  })
  api().get('/repositories/7/releases?per_page=100&page=2').reply(200, sample('istio-page-2.json'))
}

const upstream = (argv: readonly string[], knowledge: Knowledge = onGitHub(), options: WebOptions = {}) =>
  inTerminal(['knowledge', 'upstream', ...argv], {
    load: () => ({ ok: true, knowledge }),
    web: createWeb(options),
  })

const data = async (argv: readonly string[], knowledge?: Knowledge, options?: WebOptions) => {
  const { code, out } = await upstream([...argv, '--json'], knowledge, options)
  expect(code).toBe(0)
  return JSON.parse(out)
}

/** Istio's circuit breaking with a `since`, and its release cell with what a test needs. */
const istioWith = (since: string) =>
  onGitHub((mesh) => {
    const cell = mesh.facts['circuit-breaking']
    return mesh.id === 'istio' && cell
      ? { ...mesh, facts: { ...mesh.facts, 'circuit-breaking': { ...cell, since } } }
      : mesh
  })

describe('releases', () => {
  it('say by which ones the recorded release is behind, test builds and old lines aside', async () => {
    istioAnswers()
    othersAreQuiet()
    const found = await data(['--no-links'])
    expect(found.meshes[1]).toEqual({
      mesh: 'istio',
      repository: 'https://github.com/istio/istio',
      recorded: { version: '1.4.0', date: '2026-09-01' },
      read: 8,
      complete: true,
      newest: { tag: '1.4.2', date: '2026-11-15' },
      behind: [
        { tag: '1.4.2', date: '2026-11-15' },
        { tag: '1.4.1', date: '2026-10-10' },
      ],
      notes: [],
    })
    expect(found.lookAt).toContainEqual({
      address: 'istio/release-support',
      because: '1.4.0 is recorded, 1.4.2 came out on 2026-11-15',
    })
    expect(found).not.toHaveProperty('links')
  })

  it('of another numbering are told, and are no lag', async () => {
    api().get(path('linkerd/linkerd2')).reply(200, sample('linkerd.json'))
    api().get(istioPath).reply(200, '[]')
    api().get(path('cilium/cilium')).reply(200, '[]')
    const knowledge = onGitHub((mesh) => ({
      ...mesh,
      release: { ...mesh.release, version: '2.20', date: '2026-06-23' },
    }))
    const { meshes, lookAt } = await data(['--no-links'], knowledge)
    expect(meshes[2]).toMatchObject({
      behind: [],
      notes: [
        '2.20 is not among the releases read.',
        'Since 2026-06-23 releases of another numbering came out, the newest edge-26.11.2 on 2026-11-13.',
      ],
    })
    expect(lookAt).toEqual([])
  })

  it.each([
    ['a version that never was', 'retries since 1.2.0 (2025)', ['since names 1.2.0, and no such release was found']],
    ['a line that never was', 'since 1.2', ['since names 1.2, and no such release was found']],
    ['one that is yet to come', 'since 1.7', ['since names 1.7, and no such release was found']],
    ['a release, and a line that there is', 'since 1.3.5, stable in 1.4', []],
    ['a version of something else', 'since Kubernetes 1.9 and kernel 5.10', []],
  ])('are held against since: %s', async (_, since, because) => {
    istioAnswers()
    othersAreQuiet()
    const { lookAt } = await data(['--no-links'], istioWith(since))
    expect(lookAt.filter(({ address }: { address: string }) => address === 'istio/circuit-breaking')).toEqual(
      because.map((one) => ({ address: 'istio/circuit-breaking', because: one })),
    )
  })

  it('that were not read to the end say nothing of versions before them', async () => {
    api()
      .get(istioPath)
      .reply(200, sample('istio-page-1.json'), { link: '<https://elsewhere.example/?page=2>; rel="next"' })
    othersAreQuiet()
    const { meshes, lookAt } = await data(['--no-links'], istioWith('since 1.3.1'))
    expect(meshes[1]).toMatchObject({ read: 4, complete: false })
    expect(lookAt.map(({ address }: { address: string }) => address)).toEqual([
      'release/istio',
      'istio/release-support',
    ])
  })

  it('follow a repository that was renamed', async () => {
    api().get(istioPath).reply(301, '', { location: 'https://api.github.com/repositories/7/releases?per_page=100' })
    api().get('/repositories/7/releases?per_page=100').reply(200, sample('istio-page-1.json'))
    othersAreQuiet()
    expect((await data(['--no-links'])).meshes[1]).toMatchObject({ newest: { tag: '1.4.2' } })
  })

  it('are asked for with a token where there is one', async () => {
    const asked: unknown[] = []
    nock('https://api.github.com', { reqheaders: { authorization: (value) => asked.push(value) > 0 } })
      .get(/.*/)
      .times(3)
      .reply(200, '[]')
    await data(['--no-links'], onGitHub(), { token: 'made-up' })
    expect(asked).toEqual(['Bearer made-up', 'Bearer made-up', 'Bearer made-up'])
  })
})

describe('a feed that can not be read is named, and the others are read', () => {
  it.each([
    [404, sample('not-found.json'), {}, 'api.github.com knows no such repository (404).'],
    [
      403,
      sample('rate-limited.json'),
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795658400' },
      'api.github.com takes no more requests from here until 2026-11-26T02:00Z: its rate limit is reached. GITHUB_TOKEN raises it.',
    ],
    [
      429,
      '',
      { 'x-ratelimit-reset': 'soon' },
      'api.github.com takes no more requests from here: its rate limit is reached. GITHUB_TOKEN raises it.',
    ],
    [403, '', {}, 'api.github.com answered with status 403.'],
    [500, '', {}, 'api.github.com answered with status 500.'],
    [200, '<!doctype html>', {}, 'api.github.com answered with something that is no list of releases.'],
    [200, '{"releases": []}', {}, 'api.github.com answered with something that is no list of releases.'],
  ])('status %i', async (status, body, headers, problem) => {
    api().get(istioPath).reply(status, body, headers)
    othersAreQuiet()
    const { meshes } = await data(['--no-links'])
    expect(meshes[1]).toMatchObject({ read: 0, behind: [], notes: [problem] })
  })

  it('a network failure', async () => {
    api()
      .get(istioPath)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    othersAreQuiet()
    const { meshes } = await data(['--no-links'])
    expect(meshes[1].notes).toEqual(['api.github.com could not be reached (ECONNRESET).'])
  })

  it('a later page: what came before it counts', async () => {
    api().get(istioPath).reply(200, sample('istio-page-1.json'), { link: '<https://api.github.com/next>; rel="next"' })
    api().get('/next').reply(502)
    othersAreQuiet()
    const { meshes } = await data(['--no-links'])
    expect(meshes[1]).toMatchObject({
      read: 4,
      complete: false,
      notes: [
        'Older releases were not read: api.github.com answered with status 502.',
        '1.4.0 is not among the releases read.',
      ],
    })
  })

  it('a repository that is not on GitHub', async () => {
    othersAreQuiet()
    const knowledge = onGitHub((mesh) =>
      mesh.id === 'istio' ? { ...mesh, repository: 'https://code.example/istio' } : mesh,
    )
    expect((await data(['--no-links'], knowledge)).meshes[1].notes).toEqual([
      'https://code.example/istio is not on GitHub.',
    ])
  })
})

describe('the exit code', () => {
  it('is 1 when the network fails altogether, and the message names what', async () => {
    api()
      .get(/.*/)
      .times(3)
      .replyWithError(Object.assign(new Error('no host'), { code: 'ENOTFOUND' }))
    const { code, out, err } = await upstream([])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('mesh: the network failed. cilium: api.github.com could not be reached (ENOTFOUND).')
  })

  it('is 1 when nobody answers in time', async () => {
    api().get(/.*/).times(3).reply(200, '[]')
    const deadline = () => AbortSignal.abort(new DOMException('too late', 'TimeoutError'))
    const { code, err } = await upstream([], onGitHub(), { deadline })
    expect(code).toBe(1)
    expect(err).toContain('istio: api.github.com could not be reached (TIMEOUT).')
  })

  it('is 0 when everybody refuses, since that is an answer', async () => {
    api().get(/.*/).times(3).reply(403, sample('rate-limited.json'), { 'x-ratelimit-remaining': '0' })
    const { code, out } = await upstream(['--no-links'])
    expect(code).toBe(0)
    expect(out.replace(/\n/g, ' ')).toContain('Of 3 meshes no release could be read.')
  })
})

describe('links', () => {
  const page = (mesh: string) => nock(`https://${mesh}.example`)
  const study = 'https://study.example'

  it('are dead by 404, 410 or a host that is gone; the rest is only noted', async () => {
    api().get(/.*/).times(3).reply(200, '[]')
    page('istio').head(/.*/).reply(404).get(/.*/).reply(404)
    page('linkerd').head(/.*/).reply(403)
    page('cilium')
      .head(/.*/)
      .replyWithError(Object.assign(new Error('no host'), { code: 'ENOTFOUND' }))
    nock(study).persist().head(/.*/).reply(410).get(/.*/).reply(410)
    const { links } = await data([])
    expect(links.asked).toBe(4)
    expect(links.noted).toEqual([{ url: 'https://linkerd.example/docs?a=1&b=2', because: '403' }])
    const dead = new Map(links.dead.map((link: { url: string }) => [link.url, link]))
    expect(dead.get('https://istio.example/docs?a=1&b=2')).toMatchObject({
      because: '404',
      sources: ['istio'],
      facts: [
        'istio/data-plane',
        'istio/circuit-breaking',
        'istio/circuit-breaking@ambient',
        'istio/memory-overhead',
        'istio/installation',
        'istio/migration',
      ],
    })
    expect(dead.get('https://cilium.example/docs?a=1&b=2')).toMatchObject({ because: 'ENOTFOUND' })
    expect(dead.size).toBe(3)
  })

  it('are asked for in earnest where HEAD finds nothing, and followed where they moved', async () => {
    api().get(/.*/).times(3).reply(200, '[]')
    page('istio').head(/.*/).reply(404).get(/.*/).reply(200, 'here')
    page('linkerd').head(/.*/).reply(405).get(/.*/).reply(200, 'here')
    page('cilium').head('/docs?a=1&b=2').reply(301, '', { location: '/new' }).head('/new').reply(200)
    nock(study).head(/.*/).reply(200)
    const { links } = await data([])
    expect(links).toEqual({ asked: 4, dead: [], noted: [] })
  })

  it('get no token', async () => {
    api().get(/.*/).times(3).reply(200, '[]')
    nock(/^https:\/\/\w+\.example/, { badheaders: ['authorization'] })
      .persist()
      .head(/.*/)
      .reply(200)
    const { links } = await data([], onGitHub(), { token: 'made-up' })
    expect(links).toEqual({ asked: 4, dead: [], noted: [] })
  })
})

describe('dates', () => {
  it('that lay ahead when the cell was checked and have passed are to be looked at', async () => {
    api().get(/.*/).times(3).reply(200, '[]')
    const knowledge = onGitHub((mesh) => {
      const cell = mesh.facts['circuit-breaking']
      const until = 'Goes with 1.9 on 2026-11-20; was announced on 2026-10-01; gone for all by 30 April 2027.'
      return mesh.id === 'istio' && cell
        ? { ...mesh, facts: { ...mesh.facts, 'circuit-breaking': { ...cell, until } } }
        : mesh
    })
    expect((await data(['--no-links'], knowledge)).lookAt).toEqual([
      { address: 'istio/circuit-breaking', because: '2026-11-20 has passed since it was checked on 2026-11-01' },
    ])
  })
})

describe('the report', () => {
  it('is announced on stderr before it goes anywhere, and told in words', async () => {
    istioAnswers()
    othersAreQuiet()
    const { code, out, err } = await upstream(['--no-links'])
    expect(code).toBe(0)
    expect(err).toBe('Going to the network: the releases of 3 projects at api.github.com.\n')
    expect(out).toContain('1 mesh behind, 2 facts to look at, 0 dead links.')
    expect(out).toContain('1.4.2, 1.4.1')
    expect(out).toContain('istio/release-support: 1.4.0 is recorded')
    expect(out).toContain('Links were not asked for.')
  })

  it('has dead links whole, with what rests on them', async () => {
    api().get(/.*/).times(3).reply(200, '[]')
    nock(/^https:\/\/\w+\.example/)
      .persist()
      .head(/.*/)
      .reply(404)
      .get(/.*/)
      .reply(404)
    const { out } = await upstream([])
    expect(out).toContain('0 meshes behind, 0 facts to look at, 4 dead links.')
    expect(out).toMatch(/^• linkerd \(404\), of linkerd\/data-plane, linkerd\/circuit-breaking,/m)
    expect(out).toMatch(/^ {2}https:\/\/linkerd\.example\/docs\?a=1&b=2$/m)
    expect(out).toContain('4 links asked for.')
  })

  it('can be a message that Slack takes', async () => {
    istioAnswers()
    othersAreQuiet()
    const { out } = await upstream(['--no-links', '--blocks'])
    expect(validateMessage(JSON.parse(out))).toEqual([])
  })
})
