/** What came of asking for an address. */
export type Reached =
  | { readonly status: number; readonly headers: Headers; readonly text: string }
  /** `code` is that of the network's failure, such as ENOTFOUND, or `TIMEOUT`. */
  | { readonly status: undefined; readonly code: string }

/** The network, as far as `mesh knowledge upstream` goes there. It never throws: what fails is an answer too. */
export interface Web {
  /** The text at an address, of at most 20 MB: more is a failure with the code TOO_LONG. */
  readonly read: (url: string) => Promise<Reached>
  /** Whether there is something at an address: its text isn't read. */
  readonly probe: (url: string, method: 'HEAD' | 'GET') => Promise<Reached>
}

export interface WebOptions {
  /** Sent to GitHub's API alone, which then answers more often. */
  readonly token?: string | undefined
  /** When a request is given up. */
  readonly deadline?: () => AbortSignal
}

const requestTimeout = 15_000
const mostBytes = 20_000_000
const api = 'https://api.github.com/'

/** The edge that goes to the network, by Node's fetch: redirects are followed, and a token stays with its host. */
export function createWeb({ token, deadline = () => AbortSignal.timeout(requestTimeout) }: WebOptions): Web {
  const ask = async (
    method: 'GET' | 'HEAD',
    url: string,
    take: (response: Response) => Promise<string | undefined>,
  ) => {
    const isApi = url.startsWith(api)
    try {
      const response = await fetch(url, {
        method,
        signal: deadline(),
        headers: {
          'user-agent': 'meshwise-knowledge-upstream',
          accept: isApi ? 'application/vnd.github+json' : '*/*',
          ...(isApi && token ? { authorization: `Bearer ${token}` } : {}),
        },
      })
      const text = await take(response)
      return text === undefined
        ? { status: undefined, code: 'TOO_LONG' }
        : { status: response.status, headers: response.headers, text }
    } catch (error) {
      return { status: undefined, code: codeOf(error) }
    }
  }
  return { read: (url) => ask('GET', url, textOf), probe: (url, method) => ask(method, url, withoutText) }
}

async function withoutText(response: Response): Promise<string> {
  await response.body?.cancel()
  return ''
}

/** The text of an answer, or undefined where it is longer than anybody expects. */
async function textOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** The code of what went wrong: fetch hides it in the cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'FAILED'
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
