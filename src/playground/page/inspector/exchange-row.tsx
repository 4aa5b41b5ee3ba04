import type { ReactElement } from 'react'
import type { Exchange } from '../../protocol.ts'
import { Icon } from '../icons.tsx'
import { secondsOf } from '../time.ts'

/** An exchange in one line. */
export function ExchangeRow({ exchange, onOpen }: { exchange: Exchange; onOpen: () => void }): ReactElement {
  const { direction, kind, summary, at } = exchange
  return (
    <li>
      <button type="button" className={`exchange-row ${direction}`} onClick={onOpen}>
        <span className="exchange-arrow">
          <Icon name={direction === 'to-app' ? 'arrow' : 'back'} size={16} />
          <span className="visually-hidden">{direction === 'to-app' ? 'Slack to the app' : 'The app to Slack'}</span>
        </span>
        <span className="exchange-name">
          <strong>{kind}</strong> <span className="exchange-summary">{summary}</span>
        </span>
        <Outcome exchange={exchange} />
        <time className="exchange-time">{secondsOf(at)}</time>
      </button>
    </li>
  )
}

/** How an exchange ended, and what the validator says. */
export function Outcome({ exchange }: { exchange: Exchange }): ReactElement {
  const { answer, problem, violations, judged } = exchange
  const errors = violations.filter(({ severity }) => severity === 'error').length
  const refused = answer !== undefined && /^\{"ok":false/.test(answer.body)
  return (
    <span className="exchange-outcome">
      {judged && (
        <span className={errors > 0 ? 'chip bad' : violations.length > 0 ? 'chip fair' : 'chip good'}>
          {violations.length === 0
            ? 'blocks ok'
            : `${violations.length} ${violations.length === 1 ? 'finding' : 'findings'}`}
        </span>
      )}
      {answer && (
        <span className={answer.status >= 400 || refused ? 'chip bad' : 'chip'}>
          {answer.status === 0 ? 'lost' : answer.status} · {answer.milliseconds} ms
        </span>
      )}
      {problem !== undefined && !answer && <span className="chip bad">{problem}</span>}
      {!answer && problem === undefined && <span className="chip">waiting…</span>}
    </span>
  )
}
