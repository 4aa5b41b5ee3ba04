import { expect, test } from 'vitest'
import { createReadiness } from '../src/readiness.ts'

const problems: unknown[] = []
const start = () => createReadiness({ onFailure: (failing) => problems.push(failing) })

test('nothing is ready before it is started, nor when it is about to stop', async () => {
  const readiness = start()
  expect(await readiness.look()).toEqual(['starting'])
  readiness.started()
  expect(await readiness.look()).toEqual([])
  readiness.stopping()
  expect(await readiness.look()).toEqual(['stopping'])
})

test('all that is wrong is told, and what rejects is reported', async () => {
  const readiness = start()
  readiness.require('the first', async () => undefined)
  readiness.require('the second', () => Promise.reject(new Error('broken')))
  readiness.require('the third', async () => 'the third is late')
  readiness.started()
  expect(await readiness.look()).toEqual(['the second', 'the third is late'])
  expect(problems).toEqual(['the second'])
})

test('however often it is asked, it looks once', async () => {
  const readiness = start()
  let looks = 0
  readiness.require('it', async () => {
    looks += 1
    return undefined
  })
  readiness.started()
  await Promise.all(Array.from({ length: 50 }, () => readiness.look()))
  expect(looks).toBe(1)
})
