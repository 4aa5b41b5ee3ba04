import type { ReactElement, ReactNode } from 'react'
import { parseJson } from '../../json.ts'
import type { Exchange } from '../../protocol.ts'
import { usePlayground } from '../context.ts'
import { Icon } from '../icons.tsx'
import { Outcome } from './exchange-row.tsx'
import { Json } from './json.tsx'

/** An exchange in full: what was sent, what was answered, and what the validator says of the blocks. */
export function ExchangeDetail({ exchange, onBack }: { exchange: Exchange; onBack: () => void }): ReactElement {
  const { control, announce } = usePlayground()
  const { answer, violations, judged, problem, direction } = exchange
  const toApp = direction === 'to-app'
  const answered = answer && (parseJson(answer.body) ?? answer.body)
  const copy = () => {
    navigator.clipboard.writeText(JSON.stringify(exchange.body, null, 2)).then(
      () => announce('Copied as JSON.'),
      () => announce('The browser didn’t allow copying.'),
    )
  }
  const replay = async () => {
    const outcome = await control({ do: 'replay', exchange: exchange.id })
    announce(outcome.error ?? 'Sent again.')
    onBack()
  }
  return (
    <section className="exchange-detail" aria-label={`Exchange ${exchange.id}`}>
      <div className="exchange-detail-head">
        <button type="button" className="icon-button" aria-label="Back to all exchanges" onClick={onBack}>
          <Icon name="back" />
        </button>
        <h3>{exchange.kind}</h3>
        <Outcome exchange={exchange} />
      </div>
      <div className="exchange-tools">
        <button type="button" className="button small" onClick={copy}>
          Copy as JSON
        </button>
        {toApp && (
          <button type="button" className="button small" onClick={replay}>
            Replay
          </button>
        )}
      </div>
      {problem !== undefined && <p className="modal-error">{problem}</p>}
      {judged && (
        <Part title={violations.length === 0 ? 'Block Kit: within all limits' : 'Block Kit: findings'} open>
          <ul className="verdict">
            {violations.map(({ path, rule, message, severity }) => (
              <li key={`${path} ${rule}`} className={severity}>
                <strong>{severity}</strong> <code>{path || '/'}</code> {message} <span className="rule">{rule}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={toApp ? 'What Slack sent' : 'What the app sent'} open>
        <Json value={exchange.body} label="Body" />
      </Part>
      <Part title="Request headers">
        <p className="exchange-url">
          POST <code>{exchange.url}</code>
        </p>
        <Headers headers={exchange.headers} />
      </Part>
      {answer && (
        <Part title={`${toApp ? 'Acknowledgement' : 'Answer'}: ${answer.status} in ${answer.milliseconds} ms`} open>
          {answer.body === '' ? <p className="empty">An empty body</p> : <Json value={answered} label="Answer" />}
          <Headers headers={answer.headers} />
        </Part>
      )}
    </section>
  )
}

function Part({ title, open, children }: { title: string; open?: boolean; children: ReactNode }): ReactElement {
  return (
    <details open={open} className="part">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Headers({ headers }: { headers: { [name: string]: string } }): ReactElement {
  return (
    <dl className="headers">
      {Object.entries(headers).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
