import { type ReactElement, useMemo } from 'react'
import { type Block, Message } from 'slack-blocks-to-jsx'
import { isObject, type JsonObject, objectAt, stringAt } from '../../json.ts'
import { usePlayground } from '../context.ts'
import { ErrorBoundary } from '../error-boundary.tsx'

const displayed = new Set([
  'context',
  'data_visualization',
  'divider',
  'file',
  'header',
  'image',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'task_card',
  'alert',
])

/** Draws a block that only displays. */
export function Display({ block }: { block: JsonObject }): ReactElement {
  const { theme, snapshot } = usePlayground()
  const { members, conversations } = snapshot
  const data = useMemo(
    () => ({
      users: members.map(({ id, realName }) => ({ id, name: realName })),
      channels: conversations.map(({ id, name }) => ({ id, name })),
    }),
    [members, conversations],
  )
  const shown = withoutIds(withPlaygroundImages(block))
  if (!isDisplayed(shown)) return <p className="unknown">{String(block.type)} can’t be shown here</p>
  return (
    <ErrorBoundary fallback={<p className="unknown">This {String(block.type)} block can’t be drawn.</p>}>
      <Message blocks={[shown]} name="" logo="" withoutWrapper theme={theme} data={data} />
    </ErrorBoundary>
  )
}

function isDisplayed(block: unknown): block is Block {
  return isObject(block) && displayed.has(String(block.type))
}

// The library makes element ids of block ids, which must be unique in a page and aren't.
function withoutIds({ block_id: _, ...block }: JsonObject): JsonObject {
  return block
}

// A picture kept by Slack is kept by the playground here.
function withPlaygroundImages(block: JsonObject): JsonObject {
  const image = (holder: JsonObject): JsonObject => {
    const url = imageUrl(holder)
    if (url === undefined) return holder
    const { slack_file: _, ...rest } = holder
    return { ...rest, image_url: url }
  }
  const elements = Array.isArray(block.elements)
    ? { elements: block.elements.map((inner: unknown) => (isObject(inner) ? image(inner) : inner)) }
    : {}
  return { ...image(block), ...elements }
}

/** Where an image object's picture is, seen from this page. */
export function imageUrl(image: JsonObject): string | undefined {
  const file = objectAt(image, 'slack_file')
  if (file === undefined) return stringAt(image, 'image_url')
  const id = stringAt(file, 'id')
  if (id !== undefined) return `/files-pri/${id}/image`
  const url = stringAt(file, 'url') ?? ''
  return URL.canParse(url) ? new URL(url).pathname : url
}
