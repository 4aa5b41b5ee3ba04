import { inSentence, listed } from '../wording.ts'
import type { Basis } from './basis.ts'
import type { Move } from './moves.ts'
import { type Answered, answersOf, type Requirements } from './requirements.ts'

/** What was answered, each answer as a few words such as "Must: FIPS compliance" or "Memory weighs 5 of 5". */
export const sayAnswers = (basis: Basis, requirements: Requirements): readonly string[] => [
  ...answersOf(requirements).flatMap(([field, value]) => sayAnswer(basis, field, value)),
  ...(requirements.candidates.length > 0
    ? [`Only ${listed(requirements.candidates.map((id) => meshName(basis, id)))} are open to choice`]
    : []),
]

const meshName = ({ knowledge }: Basis, id: string): string =>
  knowledge.meshes.find((mesh) => mesh.id === id)?.name ?? id

function sayAnswer(basis: Basis, field: string, value: Answered): string[] {
  const [section, name = ''] = field.split('.')
  if (section === 'constraints') return [`${levelWords[String(value)] ?? value}: ${constraintTitle(basis, name)}`]
  if (section === 'priorities') return [`${basis.rules.priorities[name]?.title ?? name} weighs ${value} of 5`]
  if (name === 'runs' && Array.isArray(value)) {
    const titles = value.map((id) => basis.rules.runs[id]?.title ?? id)
    return titles.length > 0 ? [`Runs already: ${listed(titles)}`] : []
  }
  if (name === 'ingress-only')
    return [value ? 'Only traffic into the cluster is to be managed' : 'Calls between services too']
  if (name === 'leaving' && Array.isArray(value))
    return [`Is to be left: ${listed(value.map((id) => meshName(basis, id)))}`]
  if (name === 'tired-of' && Array.isArray(value))
    return [`Why: ${listed(value.map((id) => inSentence(basis.rules.priorities[id]?.title ?? id)))}`]
  if (name === 'mesh-in-doubt') return [value ? 'Whether to have a mesh at all is open' : 'There is to be a mesh']
  if (name === 'kubernetes') return [value ? 'On Kubernetes' : 'Nothing runs on Kubernetes']
  if (name === 'clusters-joined') return [value ? 'Clusters are to be one mesh' : 'Clusters need not be joined']
  if (name === 'stable-only') return [value ? 'Only what is stable counts' : 'What is not stable yet counts too']
  if (name === 'on-call') return [value === 'none' ? 'Nobody is on call for it' : 'Somebody is on call for it']
  if (name === 'cni' && value === 'open') return ['The network plug-in is still to be chosen']
  return [`${circumstanceWords[name] ?? name}: ${value}`]
}

const constraintTitle = (basis: Basis, id: string): string => basis.constraints.get(id)?.title ?? id

const levelWords: Readonly<Record<string, string>> = {
  must: 'Must',
  should: 'Should',
  'dont-care': 'Does not matter',
  met: 'Met already',
}

const circumstanceWords: Readonly<Record<string, string>> = {
  'team-size': 'People who look after it',
  'envoy-skill': 'Envoy skills',
  'ebpf-skill': 'eBPF skills',
  cni: 'Network plug-in',
  services: 'Services',
  pods: 'Pods',
  nodes: 'Nodes',
  clusters: 'Clusters',
}

/** A changed answer as a condition: "if fault injection were a must". */
export function sayMove(basis: Basis, { field, to }: Pick<Move, 'field' | 'to'>): string {
  const [section, name = ''] = field.split('.')
  if (section === 'priorities')
    return `if ${inSentence(basis.rules.priorities[name]?.title ?? name)} weighed ${to} of 5`
  if (section === 'constraints') {
    const title = inSentence(constraintTitle(basis, name))
    return to === 'dont-care'
      ? `if ${title} did not matter`
      : `if ${title} were ${to === 'must' ? 'a must' : 'wished for'}`
  }
  if (name === 'runs') {
    const [, id = ''] = String(to).split(' ')
    return `if you did not run ${basis.rules.runs[id]?.title ?? id}`
  }
  if (name === 'on-call') return to === 'none' ? 'if nobody were on call for it' : 'if somebody were on call for it'
  if (name === 'team-size') return `if ${to} people looked after it`
  if (name === 'pods') return `if there were ${to} pods`
  if (name === 'cni')
    return to === 'other'
      ? 'if the network plug-in were not Cilium'
      : `if the network plug-in were ${meshName(basis, String(to))}`
  return `if your ${inSentence(circumstanceWords[name] ?? name)} were: ${to}`
}
