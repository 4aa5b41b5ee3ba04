/** Ends a switch over a union, so that a new member that is not handled fails to compile. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`)
}
