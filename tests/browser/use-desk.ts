import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Desk } from './desk.ts'

const startWithin = 60_000

/** A desk for the tests of one suite, whose windows are closed after each test and must have complained of nothing. */
export function useDesk(start: () => Promise<Desk>): Pick<Desk, 'open'> {
  let desk: Desk
  beforeAll(async () => {
    desk = await start()
  }, startWithin)
  afterEach(async () => {
    expect(await desk.closeWindows()).toEqual([])
  })
  afterAll(() => desk.close())
  return { open: (as, options) => desk.open(as, options) }
}
