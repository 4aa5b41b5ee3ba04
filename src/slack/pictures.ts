import { createHash } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import { draw } from '../diagrams/draw.ts'
import { toPng } from '../diagrams/raster.ts'
import type { Scene } from '../diagrams/scene.ts'
import type { Tenant } from '../storage/storage.ts'
import type { Edge } from './edge.ts'
import { describeRefusal, isFileGone, uploadRefusal } from './refusals.ts'
import { isReady, uploadPicture } from './upload.ts'

/** A picture that a message can show, or why there is none. */
export type Shown = { readonly file: string } | { readonly missing: string }

/** Slack scales a picture down for each screen, and shows one of both themes: light, which reads well on dark too. */
const theme = 'light'

/**
 * The file of a drawing in a workspace: uploaded once for each version of the drawing, and used again from then on. A
 * failure is tried once more, unless Slack says that it takes no pictures. Never rejects: an answer has its words.
 */
export async function showPicture(
  { storage, log }: Pick<Edge, 'storage' | 'log'>,
  client: webApi.WebClient,
  tenant: Tenant,
  scenes: readonly Scene[],
): Promise<Shown> {
  const svg = await draw(scenes, theme)
  const version = createHash('sha256').update(svg).digest('hex').slice(0, 32)
  const title = scenes.map((scene) => scene.title).join(' and ')
  const attempt = async (): Promise<string> => {
    const known = await storage.pictures.get(tenant, version)
    if (known !== undefined && (await isStillThere(client, known))) return known
    const filename = `${scenes.map(({ id }) => id).join('-')}.png`
    const file = await uploadPicture(client, { filename, title, bytes: await toPng(svg) })
    await storage.pictures.put(tenant, version, file)
    return file
  }
  try {
    return {
      file: await attempt().catch((error: unknown) => {
        if (uploadRefusal(error) !== undefined) throw error
        log.warn('A picture could not be uploaded: trying once more', describeRefusal(error))
        return attempt()
      }),
    }
  } catch (error) {
    log.warn('A picture could not be uploaded', describeRefusal(error))
    return { missing: uploadRefusal(error) ?? 'it could not be uploaded just now' }
  }
}

async function isStillThere(client: webApi.WebClient, file: string): Promise<boolean> {
  try {
    return await isReady(client, file)
  } catch (error) {
    if (isFileGone(error)) return false
    throw error
  }
}
