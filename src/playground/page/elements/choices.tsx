import { type ReactElement, useId } from 'react'
import { isObject, type JsonObject, objectAt, objectsAt } from '../../json.ts'
import { TextObject } from '../blocks/text-object.tsx'
import type { ElementProps } from './element-props.ts'
import { useValue } from './use-value.ts'

/** Radio buttons. */
export function RadioButtons(props: ElementProps): ReactElement {
  const { value, change } = useValue(props)
  const name = useId()
  const chosen = isObject(value) ? value.value : undefined
  return (
    <Choices props={props}>
      {(option, id) => (
        <input id={id} type="radio" name={name} checked={option.value === chosen} onChange={() => change(option)} />
      )}
    </Choices>
  )
}

/** Checkboxes. */
export function Checkboxes(props: ElementProps): ReactElement {
  const { value, change } = useValue(props)
  const chosen = Array.isArray(value) ? value.filter(isObject) : []
  const toggle = (option: JsonObject) => {
    const others = chosen.filter((other) => other.value !== option.value)
    const wanted = others.length === chosen.length ? [...others, option] : others
    change(objectsAt(props.element, 'options').filter((known) => wanted.some((one) => one.value === known.value)))
  }
  return (
    <Choices props={props}>
      {(option, id) => (
        <input
          id={id}
          type="checkbox"
          checked={chosen.some((other) => other.value === option.value)}
          onChange={() => toggle(option)}
        />
      )}
    </Choices>
  )
}

function Choices(given: {
  props: ElementProps
  children: (option: JsonObject, id: string) => ReactElement
}): ReactElement {
  const { element, input } = given.props
  const id = useId()
  return (
    <fieldset
      className="choices"
      aria-labelledby={input?.labelId}
      aria-label={input ? undefined : 'Choices'}
      aria-describedby={input?.describedBy}
    >
      {objectsAt(element, 'options').map((option, index) => {
        const text = objectAt(option, 'text')
        const description = objectAt(option, 'description')
        return (
          <label key={String(option.value)} className="choice" htmlFor={`${id}-${index}`}>
            {given.children(option, `${id}-${index}`)}
            <span>
              {text && <TextObject text={text} />}
              {description && (
                <span className="choice-detail">
                  <TextObject text={description} />
                </span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
