import { describe, expect, it, test } from 'vitest'
import { namedDates, namedVersions } from '../../../src/cli/upstream/named-versions.ts'
import { nextPage, readReleases, releasesUrl } from '../../../src/cli/upstream/releases.ts'
import { compareVersions, isOf, readVersion, type Version } from '../../../src/cli/upstream/version.ts'
import { sample } from '../../helpers/upstream.ts'

const version = (text: string): Version => {
  const read = readVersion(text)
  if (!read) throw new Error(`${text} is no version`)
  return read
}

describe('versions', () => {
  it.each([
    ['1.31.3', { edge: false, parts: [1, 31, 3], test: false }],
    ['v1.20.4', { edge: false, parts: [1, 20, 4], test: false }],
    ['stable-2.14.10', { edge: false, parts: [2, 14, 10], test: false }],
    ['version-2.20', { edge: false, parts: [2, 20], test: false }],
    ['edge-26.11.2', { edge: true, parts: [26, 11, 2], test: false }],
    ['v1.21.0-pre.0', { edge: false, parts: [1, 21, 0], test: true }],
  ])('%s is read', (text, read) => {
    expect(readVersion(text)).toEqual(read)
  })

  it.each(['', 'ent-changelog-1.19.2', '140-3', '2026-11-12', 'latest', '1', '1.2.3.4'])('"%s" is none', (text) => {
    expect(readVersion(text)).toBeUndefined()
  })

  it('are compared by numbers, not by letters', () => {
    expect(compareVersions(version('1.9.0'), version('1.31'))).toBeLessThan(0)
    expect(compareVersions(version('2.14.10'), version('2.14.9'))).toBeGreaterThan(0)
    expect(compareVersions(version('2.20'), version('2.20.0'))).toBe(0)
  })

  it('a line has its patches in it, and another numbering has not', () => {
    expect(isOf(version('1.31.2'), version('1.31'))).toBe(true)
    expect(isOf(version('1.31.2'), version('1.31.1'))).toBe(false)
    expect(isOf(version('version-2.20'), version('2.20.0'))).toBe(true)
    expect(isOf(version('edge-26.9.1'), version('26.9.1'))).toBe(false)
  })
})

test.each([
  ['ambient: beta in 1.22 (2024-05-13), generally available in 1.24', 'Istio', ['1.22', '1.24']],
  ['Consul 1.15 and consul-k8s 1.1.0 (2023)', 'Consul', ['1.15']],
  ['sidecars without it since consul-k8s 1.9.0, 1.8.4 and 1.7.7', 'Consul', []],
  ['in consul-k8s since 1.2.0; routes since 2.1', 'Consul', ['2.1']],
  ['GAMMA since 1.16; Gateway API v1.6.1 with 1.20.0', 'Cilium', ['1.16', '1.20.0']],
  ['2.16 (2024-08-13), edge-24.8.2.', 'Linkerd', ['2.16', 'edge-24.8.2']],
  ["Canonical's since 1.17.9-ck2", 'Cilium', []],
  ['long-standing', 'Istio', []],
])('"%s" names versions of %s', (text, mesh, said) => {
  expect(namedVersions(text, mesh).map((one) => one.said)).toEqual(said)
})

test('days are found in both ways in which they are written', () => {
  expect(namedDates('Ended on 2026-10-31; supported until 30 April 2028, as of May 2026.')).toEqual([
    '2026-10-31',
    '2028-04-30',
  ])
})

describe('an answer of the releases API', () => {
  it('is read as documented, without drafts, and test builds are marked', () => {
    const page = readReleases(sample('istio-page-1.json'))
    expect(page?.releases.map(({ tag, date, version: { test } }) => [tag, date, test])).toEqual([
      ['1.5.0-rc.0', '2026-11-20', true],
      ['1.4.2', '2026-11-15', false],
      ['1.3.5', '2026-11-14', false],
      ['1.4.1', '2026-10-10', false],
    ])
    expect(page?.broken).toBe(0)
  })

  it('counts entries of another form and keeps the others', () => {
    const entries = [{ tag_name: 4 }, null, ...JSON.parse(sample('istio-page-2.json'))]
    expect(readReleases(JSON.stringify(entries))).toMatchObject({ broken: 2, releases: [{ tag: '1.4.0' }, {}, {}, {}] })
  })

  it.each(['', '<html>', '{"message": "hello"}', '"x"', 'null'])('%j is none', (text) => {
    expect(readReleases(text)).toBeUndefined()
  })

  it('names its next page, if there is one', () => {
    const link =
      '<https://api.github.com/repositories/1/releases?page=1>; rel="prev", <https://api.github.com/repositories/1/releases?page=3>; rel="next"'
    expect(nextPage(link)).toBe('https://api.github.com/repositories/1/releases?page=3')
    expect(nextPage('<https://api.github.com/x?page=1>; rel="first"')).toBeUndefined()
    expect(nextPage(undefined)).toBeUndefined()
  })

  it.each([
    ['https://github.com/istio/istio', 'https://api.github.com/repos/istio/istio/releases?per_page=100'],
    ['https://github.com/istio/istio.git', 'https://api.github.com/repos/istio/istio/releases?per_page=100'],
    ['https://code.example/istio/istio', undefined],
    ['https://github.com/istio', undefined],
  ])('of %s is at %s', (repository, url) => {
    expect(releasesUrl(repository)).toBe(url)
  })
})
