import type { ReactElement } from 'react'
import { type JsonObject, stringAt } from '../../json.ts'
import { Display } from './display.tsx'

/** A text object, with its markup if it is mrkdwn. */
export function TextObject({ text }: { text: JsonObject }): ReactElement {
  if (text.type === 'mrkdwn') return <Display block={{ type: 'section', text }} />
  return <>{stringAt(text, 'text')}</>
}
