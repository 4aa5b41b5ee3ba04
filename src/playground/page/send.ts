import type { Act } from '../act.ts'
import type { Control } from '../control-request.ts'
import type { Outcome } from '../protocol.ts'

/** Does something in the workspace as a person. */
export function sendAct(as: string, act: Act): Promise<Outcome> {
  return post('/playground/act', { as, act })
}

/** Does something to the playground itself. */
export function sendControl(control: Control): Promise<Outcome> {
  return post('/playground/control', control)
}

async function post(path: string, body: unknown): Promise<Outcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) return { ok: false, error: await response.text() }
    const outcome: Outcome = await response.json()
    return outcome
  } catch {
    return { ok: false, error: 'The playground isn’t running any more.' }
  }
}
