/** What is awaited, or a rejection after so many milliseconds. The work itself goes on. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: limit, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`nothing came within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
