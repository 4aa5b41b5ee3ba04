import type { ReactElement } from 'react'
import { stringAt } from '../../json.ts'
import { Icon } from '../icons.tsx'
import { useSurface } from '../surface.tsx'
import { Button, FeedbackButtons, IconButton } from './buttons.tsx'
import { Checkboxes, RadioButtons } from './choices.tsx'
import { DateInput } from './date-input.tsx'
import type { ElementProps } from './element-props.ts'
import { FileInput } from './file-input.tsx'
import { Overflow } from './overflow.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

/** An element that acts, and what Slack says when the app doesn't answer. */
export function Element(props: ElementProps): ReactElement {
  const { problemOf } = useSurface()
  const problem = problemOf(props.blockId, stringAt(props.element, 'action_id') ?? '')
  return (
    <span className={`element element-${stringAt(props.element, 'type') ?? ''}`}>
      <Kind {...props} />
      {problem !== undefined && (
        <span className="element-problem" role="alert">
          <Icon name="warning" size={14} /> {problem}
        </span>
      )}
    </span>
  )
}

function Kind(props: ElementProps): ReactElement {
  const type = stringAt(props.element, 'type') ?? ''
  switch (type) {
    case 'button':
    case 'workflow_button':
      return <Button {...props} />
    case 'icon_button':
      return <IconButton {...props} />
    case 'feedback_buttons':
      return <FeedbackButtons {...props} />
    case 'overflow':
      return <Overflow {...props} />
    case 'radio_buttons':
      return <RadioButtons {...props} />
    case 'checkboxes':
      return <Checkboxes {...props} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateInput {...props} />
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextInput {...props} />
    case 'file_input':
      return <FileInput {...props} />
    default:
      return type.endsWith('_select') ? <Select {...props} /> : <span className="unknown">Unknown element {type}</span>
  }
}
