import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { Exchange } from '../../protocol.ts'
import { usePlayground } from '../context.ts'
import { Icon } from '../icons.tsx'
import { DialPanel } from './dial-panel.tsx'
import { ExchangeDetail } from './exchange-detail.tsx'
import { ExchangeRow } from './exchange-row.tsx'
import { ScheduledPanel } from './scheduled-panel.tsx'

const directions = [
  { direction: undefined, label: 'All' },
  { direction: 'to-app', label: 'Slack → app' },
  { direction: 'web-api', label: 'App → Web API' },
  { direction: 'response-url', label: 'App → response_url' },
] as const

const tabs = [
  { tab: 'exchanges', label: 'Exchanges' },
  { tab: 'dials', label: 'Slack’s health' },
  { tab: 'scheduled', label: 'Scheduled' },
] as const

/** Every exchange between Slack and the app, how ill Slack is, and what waits to be posted. */
export function Inspector({ onClose }: { onClose: () => void }): ReactElement {
  const { snapshot } = usePlayground()
  const [tab, setTab] = useState<(typeof tabs)[number]['tab']>('exchanges')
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    pane.current?.focus()
  }, [])
  const ill =
    snapshot.dials.apiFailure !== 'none' || snapshot.dials.apiLatency > 0 || snapshot.dials.deliveryLatency > 0
  return (
    <aside ref={pane} className="inspector" aria-label="Inspector" tabIndex={-1}>
      <header className="pane-head">
        <h2>Inspector</h2>
        <span className="inspector-tabs">
          {tabs
            .filter(({ tab }) => tab === 'exchanges' || !snapshot.hosted)
            .map((known) => (
              <button
                key={known.tab}
                type="button"
                aria-pressed={known.tab === tab}
                className="pill"
                onClick={() => setTab(known.tab)}
              >
                {known.label}
                {known.tab === 'dials' && ill && ' ●'}
                {known.tab === 'scheduled' && snapshot.scheduled.length > 0 && ` (${snapshot.scheduled.length})`}
              </button>
            ))}
        </span>
        <span className="pane-tools">
          <button type="button" className="icon-button" aria-label="Close inspector" onClick={onClose}>
            <Icon name="close" />
          </button>
        </span>
      </header>
      {tab === 'exchanges' && <Exchanges />}
      {tab === 'dials' && <DialPanel />}
      {tab === 'scheduled' && <ScheduledPanel />}
    </aside>
  )
}

function Exchanges(): ReactElement {
  const { snapshot, control } = usePlayground()
  const [direction, setDirection] = useState<Exchange['direction']>()
  const [query, setQuery] = useState('')
  const [openId, setOpenId] = useState<number>()
  const wanted = query.toLowerCase()
  const shown = snapshot.exchanges
    .filter((exchange) => direction === undefined || exchange.direction === direction)
    .filter(({ kind, summary }) => `${kind} ${summary}`.toLowerCase().includes(wanted))
    .toReversed()
  const open = snapshot.exchanges.find(({ id }) => id === openId)
  if (open) return <ExchangeDetail key={open.id} exchange={open} onBack={() => setOpenId(undefined)} />
  return (
    <>
      <div className="inspector-filter">
        <input
          className="field"
          type="search"
          aria-label="Search exchanges"
          placeholder="Search exchanges"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <button type="button" className="button small" onClick={() => control({ do: 'clear-exchanges' })}>
          Clear
        </button>
        <fieldset className="pills">
          <legend className="visually-hidden">Direction</legend>
          {directions.map((known) => (
            <button
              key={known.label}
              type="button"
              className="pill"
              aria-pressed={direction === known.direction}
              onClick={() => setDirection(known.direction)}
            >
              {known.label}
            </button>
          ))}
        </fieldset>
      </div>
      <ul className="exchange-list" aria-label="Exchanges, newest first">
        {shown.map((exchange) => (
          <ExchangeRow key={exchange.id} exchange={exchange} onOpen={() => setOpenId(exchange.id)} />
        ))}
        {shown.length === 0 && <li className="empty">Nothing yet. Say something to the app.</li>}
      </ul>
    </>
  )
}
