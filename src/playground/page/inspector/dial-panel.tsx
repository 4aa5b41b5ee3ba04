import { type ReactElement, type ReactNode, useId } from 'react'
import type { Dials } from '../../protocol.ts'
import { usePlayground } from '../context.ts'

const failures: readonly { failure: Dials['apiFailure']; label: string }[] = [
  { failure: 'none', label: 'Never' },
  { failure: 'rate_limited', label: '429 ratelimited, with Retry-After' },
  { failure: 'server_error', label: '503 from a proxy' },
  { failure: 'connection_lost', label: 'The connection breaks' },
]

/** How slow and how failing Slack is to be. */
export function DialPanel(): ReactElement {
  const { snapshot, control } = usePlayground()
  const { dials } = snapshot
  const turn = (change: Partial<Dials>) => control({ do: 'dials', dials: { ...dials, ...change } })
  const number = (key: 'apiLatency' | 'deliveryLatency' | 'retryAfter' | 'failuresLeft' | 'eventRetries') => ({
    type: 'number',
    className: 'field',
    value: dials[key],
    onChange: ({ target }: { target: HTMLInputElement }) => {
      if (target.value !== '' && target.validity.valid) void turn({ [key]: Number(target.value) })
    },
  })
  return (
    <div className="dials">
      <h3>The Web API</h3>
      <Dial label="Answers late by, in ms" detail="Every call waits so long.">
        {(id) => <input id={id} {...number('apiLatency')} min={0} max={60_000} step={100} />}
      </Dial>
      <Dial label="Fails" detail="What the app gets instead of an answer.">
        {(id) => (
          <select
            id={id}
            className="field"
            value={dials.apiFailure}
            onChange={({ target }) => {
              const chosen = failures.find(({ failure }) => failure === target.value)
              if (chosen) void turn({ apiFailure: chosen.failure })
            }}
          >
            {failures.map(({ failure, label }) => (
              <option key={failure} value={failure}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Dial>
      <Dial label="Only this method" detail="For example chat.postMessage; empty for all.">
        {(id) => (
          <input
            id={id}
            className="field"
            value={dials.failingMethod}
            onChange={({ target }) => turn({ failingMethod: target.value.trim() })}
          />
        )}
      </Dial>
      <Dial label="Calls that still fail" detail="-1 until switched off.">
        {(id) => <input id={id} {...number('failuresLeft')} min={-1} max={1000} />}
      </Dial>
      <Dial label="Retry-After, in seconds" detail="Sent with a 429.">
        {(id) => <input id={id} {...number('retryAfter')} min={0} max={3600} />}
      </Dial>
      <Switch
        label="Refuse invalid blocks"
        detail="Answers invalid_blocks where Slack would."
        on={dials.refuseInvalidBlocks}
        onTurn={(on) => turn({ refuseInvalidBlocks: on })}
      />
      <h3>Requests to the app</h3>
      <Dial label="Reach it late by, in ms" detail="trigger_ids grow old meanwhile: 3000 kills every modal.">
        {(id) => <input id={id} {...number('deliveryLatency')} min={0} max={60_000} step={100} />}
      </Dial>
      <Dial label="Send events again, times" detail="As if acknowledgements were lost. The event_id stays the same.">
        {(id) => <input id={id} {...number('eventRetries')} min={0} max={3} />}
      </Dial>
      <Switch
        label="Quick retries"
        detail="After 0, 1 and 2 seconds; Slack takes 0, 60 and 300."
        on={dials.quickRetries}
        onTurn={(on) => turn({ quickRetries: on })}
      />
    </div>
  )
}

function Dial(props: { label: string; detail: string; children: (id: string) => ReactNode }): ReactElement {
  const id = useId()
  return (
    <div className="dial">
      <label htmlFor={id}>
        {props.label}
        <span className="menu-detail">{props.detail}</span>
      </label>
      {props.children(id)}
    </div>
  )
}

function Switch(props: { label: string; detail: string; on: boolean; onTurn: (on: boolean) => void }): ReactElement {
  return (
    <Dial label={props.label} detail={props.detail}>
      {(id) => (
        <input id={id} type="checkbox" checked={props.on} onChange={({ target }) => props.onTurn(target.checked)} />
      )}
    </Dial>
  )
}
