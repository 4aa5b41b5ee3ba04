import { createServer } from 'node:http'
import { z } from 'zod'

const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: z.looseObject({ text: z.string() }),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
})
export type OpenView = z.infer<typeof viewSchema>

/** A call of the Web API, with what was sent and what came back. */
export interface RecordedCall {
  readonly method: string
  readonly sent: URLSearchParams
  readonly ok: boolean
  readonly error?: string | undefined
  /** The view that the call opened or changed. */
  readonly view?: OpenView | undefined
}

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional(), view: viewSchema.optional() })

/** Stands between the bot and a Slack API, and notes every call: it changes nothing. */
export async function startRecordingProxy(target: string) {
  const calls: RecordedCall[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks)
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? 'application/x-www-form-urlencoded',
      },
      body,
    })
    const text = await answer.text()
    const { ok, error, view } = answerSchema.safeParse(parseJson(text)).data ?? { ok: false, error: 'not understood' }
    const method = request.url?.split('/').at(-1) ?? ''
    calls.push({ method, sent: new URLSearchParams(body.toString()), ok, error, view })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
