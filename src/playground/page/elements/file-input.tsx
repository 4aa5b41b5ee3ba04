import type { ReactElement } from 'react'
import { isObject, stringAt } from '../../json.ts'
import type { ElementProps } from './element-props.ts'
import { useValue } from './use-value.ts'

/** Files for a modal. The app gets their names and sizes; their content stays here. */
export function FileInput(props: ElementProps): ReactElement {
  const { element, input } = props
  const { value, change } = useValue(props)
  const files = Array.isArray(value) ? value.filter(isObject) : []
  const types = Array.isArray(element.filetypes) ? element.filetypes.map((type) => `.${String(type)}`).join(',') : ''
  const most = typeof element.max_files === 'number' ? element.max_files : 10
  return (
    <span className="file-input">
      <input
        type="file"
        multiple={most > 1}
        accept={types === '' ? undefined : types}
        aria-labelledby={input?.labelId}
        aria-describedby={input?.describedBy}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])].slice(0, most)
          change(
            chosen.map((file, index) => ({
              id: `F0PLAYGROUND${index}`,
              name: file.name,
              mimetype: file.type,
              size: file.size,
            })),
          )
        }}
      />
      {files.map((file) => (
        <span key={stringAt(file, 'name')} className="file-chip">
          {stringAt(file, 'name')}
        </span>
      ))}
    </span>
  )
}
