import { setTimeout as wait } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import { guardFetch } from './guarded-fetch.ts'

/** How long Slack may take to process a file, in milliseconds, and how often to ask. */
const PATIENCE = 8_000
const PAUSE = 300

/** A picture to be uploaded. */
export interface Upload {
  readonly filename: string
  readonly title: string
  readonly bytes: Uint8Array
}

/**
 * Uploads a picture, shared with nobody, and waits until Slack has processed it: a message that shows it before is
 * refused. Resolves to the file's id; rejects with the error of the step that failed.
 */
export async function uploadPicture(client: webApi.WebClient, { filename, title, bytes }: Upload): Promise<string> {
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename,
    length: bytes.byteLength,
  })
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)]), filename)
  const response = await guardFetch(client.slackApiUrl)(url, { method: 'POST', body })
  if (!response.ok) throw new Error(`The upload was answered with ${response.status}`)
  await client.files.completeUploadExternal({ files: [{ id, title }] })
  const deadline = Date.now() + PATIENCE
  while (!(await isReady(client, id))) {
    if (Date.now() > deadline) throw new Error('Slack took too long to process the picture')
    await wait(PAUSE)
  }
  return id
}

/** Whether Slack has processed a file. Which field says so isn't documented: its type is there from then on. */
export async function isReady(client: webApi.WebClient, id: string): Promise<boolean> {
  const { file } = await client.files.info({ file: id })
  return Boolean(file?.mimetype)
}
