import type { Arrow, Group, Part } from './scene.ts'

/**
 * The colours of a picture. Lines are from the palette of Okabe and Ito, which stays apart in every common kind of
 * colour blindness (jfly.uni-koeln.de/color); each kind of line also has a pattern or a width of its own.
 */
export interface Theme {
  readonly background: string
  readonly text: string
  readonly quiet: string
  readonly groups: Readonly<Record<Group['kind'], { readonly fill: string; readonly line: string }>>
  readonly parts: Readonly<
    Record<Part['kind'], { readonly fill: string; readonly line: string; readonly text: string }>
  >
  readonly arrows: Readonly<Record<Arrow['carries'], string>>
}

const light: Theme = {
  background: '#ffffff',
  text: '#1b2330',
  quiet: '#566070',
  groups: {
    'control-plane': { fill: '#f3f0fa', line: '#b9aede' },
    cluster: { fill: '#fafbfc', line: '#c3cbd6' },
    node: { fill: '#f2f5f9', line: '#b7c2d0' },
    pod: { fill: '#ffffff', line: '#8fa1b8' },
    kernel: { fill: '#e7ebf1', line: '#a5b1c2' },
    outside: { fill: '#fbf7ef', line: '#d9c48f' },
  },
  parts: {
    app: { fill: '#ffffff', line: '#1b2330', text: '#1b2330' },
    'proxy-l7': { fill: '#d6e9f7', line: '#0072b2', text: '#06304b' },
    'proxy-l4': { fill: '#e3f4fd', line: '#2b8cc4', text: '#06304b' },
    kernel: { fill: '#fdf1d3', line: '#b57f00', text: '#4a3400' },
    agent: { fill: '#ece7f8', line: '#6b55b5', text: '#2c1f5e' },
    control: { fill: '#e4dcf5', line: '#6b55b5', text: '#2c1f5e' },
  },
  arrows: { plain: '#d55e00', encrypted: '#0072b2', encryptable: '#0072b2', config: '#6b55b5' },
}

const dark: Theme = {
  background: '#161a21',
  text: '#f0f3f7',
  quiet: '#aab4c2',
  groups: {
    'control-plane': { fill: '#211d30', line: '#5e5390' },
    cluster: { fill: '#191e26', line: '#3a4555' },
    node: { fill: '#1d232d', line: '#46556a' },
    pod: { fill: '#262e3a', line: '#6a7d96' },
    kernel: { fill: '#2b333f', line: '#55647a' },
    outside: { fill: '#2a2518', line: '#75632f' },
  },
  parts: {
    app: { fill: '#161a21', line: '#e6ebf2', text: '#f0f3f7' },
    'proxy-l7': { fill: '#0e3a57', line: '#56b4e9', text: '#e6f4fd' },
    'proxy-l4': { fill: '#123148', line: '#56b4e9', text: '#e6f4fd' },
    kernel: { fill: '#43350c', line: '#e6b422', text: '#fdf1d3' },
    agent: { fill: '#2d2548', line: '#a998e8', text: '#ece7f8' },
    control: { fill: '#352b58', line: '#a998e8', text: '#ece7f8' },
  },
  arrows: { plain: '#f28e4b', encrypted: '#56b4e9', encryptable: '#56b4e9', config: '#a998e8' },
}

export const themes = { light, dark } as const
export type ThemeName = keyof typeof themes
