import { type Arrow, type Group, isGroup, type Part, type Scene } from './scene.ts'

/** Scenes as Mermaid text, to be pasted into documentation (mermaid.js.org/syntax/flowchart.html). */
export function toMermaid(scenes: readonly Scene[]): string {
  const title = scenes.map((scene) => scene.title).join(' beside ')
  return [
    '---',
    `title: ${quoted(title)}`,
    '---',
    'flowchart TB',
    `  accTitle: ${oneLine(title)}`,
    `  accDescr: ${oneLine(scenes.map(({ gist, story }) => [gist, ...story].join(' ')).join(' '))}`,
    ...scenes.flatMap((scene, index) => sceneLines(scene, scenes.length > 1 ? `s${index}-` : '')),
    '',
  ].join('\n')
}

function sceneLines({ title, boxes, arrows }: Scene, prefix: string): string[] {
  const inner = [
    ...boxes.flatMap((box) => boxLines(box, prefix)),
    ...arrows.map((arrow) => `  ${arrowLine(arrow, prefix)}`),
  ]
  return prefix === ''
    ? inner
    : [`  subgraph ${prefix}all[${quoted(title)}]`, ...inner.map((line) => `  ${line}`), '  end']
}

function boxLines(box: Group | Part, prefix: string): string[] {
  if (!isGroup(box)) return [`  ${prefix}${box.id}[${quoted(box.detail ? `${box.name}<br>${box.detail}` : box.name)}]`]
  return [
    `  subgraph ${prefix}${box.id}[${quoted(box.title)}]`,
    ...box.children.flatMap((child) => boxLines(child, prefix)).map((line) => `  ${line}`),
    '  end',
  ]
}

const lines = { plain: '-->', encrypted: '==>', encryptable: '==>', config: '-.->' } as const

const arrowLine = ({ from, to, carries, label, step }: Arrow, prefix: string): string =>
  `${prefix}${from} ${lines[carries]}|${quoted(step === undefined ? label : `${step}. ${label}`)}| ${prefix}${to}`

const quoted = (text: string): string => `"${oneLine(text).replaceAll('"', '#quot;')}"`

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
