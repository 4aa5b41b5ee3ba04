import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import type { DiagramAnswer } from '../../answers/answer.ts'
import { draw } from '../../diagrams/draw.ts'
import { toMermaid } from '../../diagrams/mermaid.ts'
import { toPng } from '../../diagrams/raster.ts'
import { type ThemeName, themes } from '../../diagrams/themes.ts'
import type { Format } from '../emit.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { examples, printAnswer, replyTo } from './answer-commands.ts'
import { formatted } from './formatted.ts'

interface DiagramOptions extends Format {
  readonly out?: string
  readonly theme: ThemeName
}

/** `mesh diagram`: how a request gets through a mesh, as a picture or in words. */
export function addDiagramCommand(program: Command, io: Io): void {
  formatted(program.command('diagram'))
    .description('draw how a request gets through a mesh, two side by side, or what would run in your cluster')
    .argument('<words...>', 'a mesh and its mode; two of them; or mine, a mesh and sizes')
    .option('--out <file>', 'where to write the picture: .png, .svg, or .mmd for Mermaid text')
    .addOption(new Option('--theme <name>', 'light or dark').choices(Object.keys(themes)).default('light'))
    .addHelpText(
      'after',
      `${examples(
        'mesh diagram istio ambient --out ambient.png',
        'mesh diagram istio cilium --out both.svg --theme dark',
        'mesh diagram mine linkerd pods=500 nodes=20 --out ours.png',
        'mesh diagram linkerd --out linkerd.mmd',
      )}\n\nWithout --out the picture is told in words.`,
    )
    .action(async (words: string[], { out, theme, ...format }: DiagramOptions) => {
      const text = ['diagram', ...words].join(' ')
      if (out === undefined) return printAnswer(io, text, format)
      const render = rendererOf(out)
      const { answer } = (await replyTo(io, text)).reply
      if (answer.kind !== 'diagram') throw new UsageError(answer.headline)
      await writeFile(out, await render(answer, theme))
      if (format.json) io.write(`${JSON.stringify({ file: out, title: answer.understood, text: answer.headline })}\n`)
      else io.write(`${out}: ${answer.understood}\n`)
    })
}

type Render = (answer: DiagramAnswer, theme: ThemeName) => Promise<string | Buffer>

/** How to write a file, by its ending. */
function rendererOf(file: string): Render {
  switch (extname(file).toLowerCase()) {
    case '.svg':
      return ({ scenes }, theme) => draw(scenes, theme)
    case '.png':
      return async ({ scenes }, theme) => toPng(await draw(scenes, theme))
    case '.mmd':
      return async ({ scenes }) => toMermaid(scenes)
    default:
      throw new UsageError(`--out must end in .png, .svg or .mmd, and ${file} doesn't`)
  }
}
