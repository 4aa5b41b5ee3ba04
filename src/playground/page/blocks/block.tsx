import type { ReactElement } from 'react'
import { type JsonObject, objectAt, objectsAt, stringAt } from '../../json.ts'
import { Element } from '../elements/element.tsx'
import { ErrorBoundary } from '../error-boundary.tsx'
import { Card } from './card.tsx'
import { Container } from './container.tsx'
import { DataTable } from './data-table.tsx'
import { Display } from './display.tsx'
import { Image } from './image.tsx'
import { Input } from './input.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { Section } from './section.tsx'
import { Table } from './table.tsx'

/** Draws blocks one under the other. */
export function Blocks({ blocks }: { blocks: readonly JsonObject[] }): ReactElement {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const id = stringAt(block, 'block_id') ?? ''
        return (
          <div key={id || index} className={`block block-${String(block.type)}`} data-block-id={id}>
            <ErrorBoundary fallback={<p className="unknown">This {String(block.type)} block can’t be drawn.</p>}>
              <BlockView block={block} />
            </ErrorBoundary>
          </div>
        )
      })}
    </div>
  )
}

function BlockView({ block }: { block: JsonObject }): ReactElement {
  switch (block.type) {
    case 'section':
      return <Section block={block} />
    case 'actions':
    case 'context_actions':
      return <Actions block={block} />
    case 'input':
      return <Input block={block} />
    case 'card':
      return <Card block={block} />
    case 'carousel':
      return (
        <ScrollBox label="Cards" className="carousel-row">
          {objectsAt(block, 'elements').map((card, index) => (
            <Card key={stringAt(card, 'block_id') ?? index} block={card} />
          ))}
        </ScrollBox>
      )
    case 'container':
      return <Container block={block} />
    case 'table':
      return <Table block={block} />
    case 'data_table':
      return <DataTable block={block} />
    case 'image':
      return <Image block={block} />
    case 'video':
      return <Video block={block} />
    default:
      return <Display block={block} />
  }
}

function Actions({ block }: { block: JsonObject }): ReactElement {
  const blockId = stringAt(block, 'block_id') ?? ''
  return (
    <div className="actions-row">
      {objectsAt(block, 'elements').map((element, index) => (
        <Element key={stringAt(element, 'action_id') ?? index} blockId={blockId} element={element} />
      ))}
    </div>
  )
}

// The playground plays nothing from elsewhere, so a video is its title and a link.
function Video({ block }: { block: JsonObject }): ReactElement {
  const url = stringAt(block, 'title_url') ?? stringAt(block, 'video_url') ?? ''
  const title = objectAt(block, 'title')
  return (
    <p>
      <a href={url} target="_blank" rel="noreferrer noopener">
        {title ? stringAt(title, 'text') : url}
      </a>{' '}
      (video)
    </p>
  )
}
