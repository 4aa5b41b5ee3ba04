import { type ReactElement, useState } from 'react'
import type { Try } from '../protocol.ts'
import { usePlayground } from './context.ts'
import { Icon } from './icons.tsx'

const KEY = 'playground-first-steps'

/** What to press first, for whoever has never seen the app: gone for good once it is closed. */
export function FirstSteps({ conversation }: { conversation: string }): ReactElement | null {
  const { snapshot, act, announce, openThread } = usePlayground()
  const [closed, setClosed] = useState(() => localStorage.getItem(KEY) === 'closed')
  const steps = snapshot.tries.filter((step) => step.say !== undefined || messageFor(step) !== undefined)
  if (closed || steps.length === 0) return null

  function messageFor({ on }: Try) {
    return snapshot.messages.find(
      (message) => message.conversation === conversation && message.text.includes(on ?? '\n'),
    )
  }
  const run = async (step: Try) => {
    const message = messageFor(step)
    const outcome =
      step.say !== undefined
        ? await act({ do: 'say', conversation, text: step.say })
        : message && step.shortcut
          ? await act({ do: 'message-shortcut', callbackId: step.shortcut, conversation, ts: message.ts })
          : undefined
    if (outcome?.error !== undefined) announce(outcome.error)
    if (message && step.say === undefined) openThread({ conversation, ts: message.threadTs ?? message.ts })
  }
  return (
    <section className="first-steps" aria-label="Try it">
      <p>Press one to see it at work, or type your own below.</p>
      <div className="first-steps-row">
        {steps.map((step) => (
          <button key={step.label} type="button" className="prompt" onClick={() => run(step)}>
            {step.label}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label="Close what to try"
        title="Close"
        onClick={() => {
          localStorage.setItem(KEY, 'closed')
          setClosed(true)
        }}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}
