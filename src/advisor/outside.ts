/** What runs outside Kubernetes, by the ids of the criteria. */
export const outsideKubernetes: ReadonlySet<string> = new Set(['vms', 'bare-metal', 'nomad', 'ecs', 'lambda'])

/** Whether anything outside Kubernetes is among what is run. */
export const runsOutside = (runs: readonly string[]): boolean => runs.some((id) => outsideKubernetes.has(id))
