import nock from 'nock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guardFetch } from '../../src/slack/guarded-fetch.ts'

beforeAll(() => nock.disableNetConnect())
afterAll(() => {
  nock.cleanAll()
  nock.restore()
})

const reaches = async (url: string, apiUrl = 'https://slack.com/api/') => {
  nock(/.*/).get(/.*/).reply(200, 'reached')
  try {
    return await (await guardFetch(apiUrl)(url)).text()
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  } finally {
    nock.cleanAll()
  }
}

test.each([
  'https://slack.com/api/auth.test',
  'https://hooks.slack.com/actions/T1/1/x',
  'https://hooks.slack-gov.com/actions/T1/1/x',
  'https://slack-gov.com/x',
])('%s is Slack', async (url) => {
  expect(await reaches(url)).toBe('reached')
})

test.each([
  'http://hooks.slack.com/actions/T1/1/x',
  'https://hooks.slack.com.evil.example/x',
  'https://evil.example/hooks.slack.com',
  'https://hooks.slack.com@evil.example/x',
  'https://evilslack-gov.com/x',
  'http://169.254.169.254/latest/meta-data',
  'http://localhost:8080/x',
])('%s is not', async (url) => {
  const message = await reaches(url)
  expect(message).toMatch(/^Refused to send anything to /)
  expect(message).not.toContain('/x')
})

test('with another base of the Web API, its host is Slack, on every port', async () => {
  expect(await reaches('http://localhost:8080/x', 'http://localhost:4003/api/')).toBe('reached')
  expect(await reaches('http://elsewhere:4003/x', 'http://localhost:4003/api/')).toMatch(/^Refused/)
  expect(await reaches('https://slack.com/api/auth.test', 'http://localhost:4003/api/')).toMatch(/^Refused/)
})

test('a redirect is not followed', async () => {
  nock('https://hooks.slack.com').get('/x').reply(302, '', { location: 'https://evil.example/' })
  await expect(guardFetch('https://slack.com/api/')('https://hooks.slack.com/x')).rejects.toThrow()
})
