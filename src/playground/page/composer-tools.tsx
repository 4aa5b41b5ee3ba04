import { type ReactElement, useRef } from 'react'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { MenuButton } from './menu.tsx'

/** What else one can do where one writes: share a file, run a shortcut. */
export function ComposerTools(props: {
  conversation: string
  threadTs?: string
  comment: string
  onShared: () => void
}): ReactElement {
  const { snapshot, act, announce } = usePlayground()
  const files = useRef<HTMLInputElement>(null)
  const { conversation, threadTs, comment } = props
  const share = async (file: File) => {
    const inThread = threadTs === undefined ? {} : { threadTs }
    const base64 = await readBase64(file)
    const outcome = await act({ do: 'upload', conversation, ...inThread, name: file.name, base64, comment })
    if (outcome.ok) props.onShared()
    else announce(outcome.error ?? 'That file could not be shared.')
  }
  const shortcuts = snapshot.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, callbackId, description }) => ({
      key: callbackId,
      text: name,
      detail: description,
      run: async () => {
        const outcome = await act({ do: 'shortcut', callbackId })
        if (outcome.error !== undefined) announce(outcome.error)
      },
    }))
  return (
    <span className="composer-tools">
      <input
        ref={files}
        type="file"
        hidden
        aria-label="File to share"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void share(file)
          target.value = ''
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label="Share a file"
        title="Share a file"
        onClick={() => files.current?.click()}
      >
        <Icon name="clip" />
      </button>
      {shortcuts.length > 0 && (
        <MenuButton label="Shortcuts" className="icon-button" items={shortcuts} heading="Shortcuts">
          <Icon name="bolt" />
        </MenuButton>
      )}
    </span>
  )
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}
