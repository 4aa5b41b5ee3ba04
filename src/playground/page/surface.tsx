import { createContext, type ReactElement, type ReactNode, useContext, useState } from 'react'
import { initialStateOf } from '../element-state.ts'
import { type JsonObject, objectAt, stringAt } from '../json.ts'
import type { Source, StateValues } from '../protocol.ts'
import { usePlayground } from './context.ts'
import { ConfirmDialog } from './elements/confirm-dialog.tsx'

/** What the elements of a message or view can do. */
export interface SurfaceContext {
  source: Source
  fieldErrors: { [blockId: string]: string }
  /** Whether an element waits for the app. */
  isBusy(blockId: string, actionId: string): boolean
  /** What Slack says of an element that the app left unanswered. */
  problemOf(blockId: string, actionId: string): string | undefined
  stateOf(blockId: string, element: JsonObject): JsonObject
  enter(blockId: string, element: JsonObject, state: JsonObject): void
  /** Sends what was done to the app, after asking where the element wants that. */
  act(blockId: string, element: JsonObject, value: JsonObject): void
  suggest(blockId: string, element: JsonObject, query: string): Promise<JsonObject[]>
}

const Surface = createContext<SurfaceContext | undefined>(undefined)

/** The message or view around an element. */
export function useSurface(): SurfaceContext {
  const context = useContext(Surface)
  if (context === undefined) throw new Error('There is no surface around this')
  return context
}

/** Makes the elements of a message or a view work. */
export function SurfaceProvider(props: {
  source: Source
  entered: StateValues
  onEnter: (change: (before: StateValues) => StateValues) => void
  fieldErrors?: { [blockId: string]: string }
  children: ReactNode
}): ReactElement {
  const { act } = usePlayground()
  const [busy, setBusy] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<{ [key: string]: string }>({})
  const [asking, setAsking] = useState<{ confirm: JsonObject; run: () => void }>()
  const { source, entered, onEnter } = props

  const send = async (blockId: string, element: JsonObject, value: JsonObject) => {
    const actionId = stringAt(element, 'action_id') ?? ''
    const key = `${blockId} ${actionId}`
    setBusy((keys) => [...keys, key])
    setProblems(({ [key]: _, ...others }) => others)
    const outcome = await act({ do: 'interact', source, blockId, actionId, value, state: entered })
    setBusy((keys) => keys.filter((other) => other !== key))
    const { error } = outcome
    if (error !== undefined) setProblems((others) => ({ ...others, [key]: error }))
  }

  const context: SurfaceContext = {
    source,
    fieldErrors: props.fieldErrors ?? {},
    isBusy: (blockId, actionId) => busy.includes(`${blockId} ${actionId}`),
    problemOf: (blockId, actionId) => problems[`${blockId} ${actionId}`],
    stateOf: (blockId, element) => {
      const actionId = stringAt(element, 'action_id') ?? ''
      return entered[blockId]?.[actionId] ?? initialStateOf(element) ?? {}
    },
    enter: (blockId, element, state) => {
      const actionId = stringAt(element, 'action_id') ?? ''
      onEnter((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: state } }))
    },
    act: (blockId, element, value) => {
      const confirm = objectAt(element, 'confirm')
      const run = () => void send(blockId, element, value)
      if (confirm) setAsking({ confirm, run })
      else run()
    },
    suggest: async (blockId, element, query) => {
      const actionId = stringAt(element, 'action_id') ?? ''
      const outcome = await act({ do: 'suggest', source, blockId, actionId, query })
      return outcome.options ?? []
    },
  }

  return (
    <Surface value={context}>
      {props.children}
      {asking && (
        <ConfirmDialog
          confirm={asking.confirm}
          onAnswer={(yes) => {
            setAsking(undefined)
            if (yes) asking.run()
          }}
        />
      )}
    </Surface>
  )
}
