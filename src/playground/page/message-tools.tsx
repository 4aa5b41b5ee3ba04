import type { ReactElement } from 'react'
import type { Message } from '../protocol.ts'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'
import { MenuButton } from './menu.tsx'

/** What can be done with a message: answer it, or run the app's shortcuts on it. */
export function MessageTools(props: { message: Message; inThread: boolean; onEdit: () => void }): ReactElement | null {
  const { message } = props
  const { snapshot, me, act, announce, openThread } = usePlayground()
  const { conversation, ts } = message
  // Slack keeps no copy of an ephemeral message, so there are no threads and shortcuts on it.
  if (message.ephemeralFor !== undefined) return null
  const run = async (wanted: Parameters<typeof act>[0]) => {
    const outcome = await act(wanted)
    if (outcome.error !== undefined) announce(outcome.error)
  }
  const shortcuts = snapshot.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name, callbackId, description }) => ({
      key: callbackId,
      text: name,
      detail: description,
      run: () => void run({ do: 'message-shortcut', callbackId, conversation, ts }),
    }))
  const copy = {
    key: 'copy',
    text: message.blocks.length > 0 ? 'Copy blocks as JSON' : 'Copy text',
    run: () => {
      const content = message.blocks.length > 0 ? JSON.stringify({ blocks: message.blocks }, null, 2) : message.text
      navigator.clipboard.writeText(content).then(
        () => announce('Copied.'),
        () => announce('The browser didn’t allow copying.'),
      )
    },
  }
  const own = [
    { key: 'edit', text: 'Edit message', run: props.onEdit },
    { key: 'delete', text: 'Delete message', danger: true, run: () => void run({ do: 'delete', conversation, ts }) },
  ]
  return (
    <div className="message-tools">
      {!props.inThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread({ conversation, ts: message.threadTs ?? ts })}
        >
          <Icon name="thread" size={16} />
        </button>
      )}
      <MenuButton
        label="More actions"
        className="icon-button"
        items={[...shortcuts, copy, ...(message.user === me.id ? own : [])]}
      >
        <Icon name="more" size={16} />
      </MenuButton>
    </div>
  )
}
