import type { Component, Flow } from '../knowledge/diagrams-schema.ts'

/** A box that holds others: a node, a pod, the kernel of a node. */
export interface Group {
  readonly id: string
  readonly title: string
  readonly kind: 'control-plane' | 'cluster' | 'node' | 'pod' | 'kernel' | 'outside'
  readonly children: readonly (Group | Part)[]
}

/** A box with a name in it. */
export interface Part extends Pick<Component, 'name' | 'detail' | 'kind'> {
  readonly id: string
}

/**
 * What goes from one part to another: `down` or `up` within a column or from the control plane below, or `across` from
 * one column to the next. `step` counts along the way of a request.
 */
export interface Arrow extends Pick<Flow, 'from' | 'to' | 'carries' | 'label'> {
  readonly runs: 'down' | 'up' | 'across'
  readonly step?: number
}

/** Something to be drawn, and the same in words. */
export interface Scene {
  /** Tells this picture from others: kebab-case. */
  readonly id: string
  readonly title: string
  readonly gist: string
  /** The columns, from left to right, and then what stands below them. */
  readonly boxes: readonly (Group | Part)[]
  readonly arrows: readonly Arrow[]
  /** The picture told in sentences, in order. */
  readonly story: readonly string[]
}

export const isGroup = (box: Group | Part): box is Group => 'children' in box

/** A scene in words: what the picture says to somebody who can't see it. */
export const tell = ({ title, gist, story }: Scene): string => `${title}. ${gist} ${story.join(' ')}`
