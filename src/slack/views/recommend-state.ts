import { z } from 'zod'
import type { Basis } from '../../advisor/basis.ts'
import { noRequirements, type Requirements } from '../../advisor/requirements.ts'
import { fromWords, toWords } from '../../advisor/words.ts'

/** What the modal carries from step to step, in the view itself: no replica keeps anything of it. */
export interface RecommendState {
  /** One modal from its opening to its end, so that it is posted once however often it is submitted. */
  readonly session: string
  /** From 0. */
  readonly step: number
  readonly requirements: Requirements
  /** Where the outcome goes; absent where it was started from no conversation. */
  readonly channel?: string | undefined
  readonly threadTs?: string | undefined
}

/** What Slack takes as private_metadata (docs.slack.dev/reference/views). */
const longest = 3_000

const shape = z.strictObject({
  v: z.literal(1),
  session: z.string().max(60),
  step: z.int().min(0).max(20),
  needs: z.string(),
  channel: z.string().max(40).optional(),
  threadTs: z.string().max(40).optional(),
})

/** The codec of private_metadata. What comes back from a client is input: `decode` gives undefined for anything else. */
export const recommendState = (basis: Basis) => ({
  /** Throws a RangeError where it doesn't fit: answers from a list are far below that. */
  encode({ requirements, ...rest }: RecommendState): string {
    const text = JSON.stringify({ v: 1, ...rest, needs: toWords(requirements) } satisfies z.input<typeof shape>)
    if (text.length > longest) throw new RangeError(`the answers take ${text.length} characters, ${longest} fit a view`)
    return text
  },

  decode(text: string): RecommendState | undefined {
    const { data } = z.string().max(longest).transform(parseJson).pipe(shape).safeParse(text)
    if (!data) return undefined
    const { v: _version, needs, ...rest } = data
    const read = fromWords(needs, basis)
    // An id may have gone from the knowledge since the modal was opened: then it starts anew.
    return { ...rest, requirements: read.ok ? read.requirements : noRequirements }
  },
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
