/**
 * A version as a project numbers its releases. Linkerd's edge releases are numbered by their date, so they can't be put in
 * one order with its other versions: `edge` tells the two apart.
 */
export interface Version {
  readonly edge: boolean
  /** Two or three numbers, the weightiest first. */
  readonly parts: readonly number[]
  /** A release candidate, beta or other test build. */
  readonly test: boolean
}

const form = /^(?:v|stable-|version-|(edge-))?(\d{1,6}(?:\.\d{1,6}){1,2})(-[\w.]+)?$/

/** Reads a version or the tag of a release; undefined where it is of another form. */
export function readVersion(text: string): Version | undefined {
  const [, edge, numbers, suffix] = form.exec(text) ?? []
  return numbers === undefined
    ? undefined
    : { edge: edge !== undefined, parts: numbers.split('.').map(Number), test: suffix !== undefined }
}

/** Below 0 where `a` is the older one. What isn't given counts as 0. Only for two of one numbering. */
export function compareVersions(a: Version, b: Version): number {
  const differs = [0, 1, 2].find((index) => (a.parts[index] ?? 0) !== (b.parts[index] ?? 0))
  return differs === undefined ? 0 : (a.parts[differs] ?? 0) - (b.parts[differs] ?? 0)
}

/** Whether a release is what a version means: 1.31.2 is a release of the line 1.31. */
export const isOf = (release: Version, version: Version): boolean =>
  release.edge === version.edge && version.parts.every((part, index) => part === (release.parts[index] ?? 0))
