import type { Basis } from '../advisor/basis.ts'
import { offeredConstraints } from '../advisor/constraint.ts'

/** An annotated requirements file: every field, with what is allowed, and nothing answered. */
export function requirementsTemplate(basis: Basis): string {
  const { rules, knowledge } = basis
  const constraints = offeredConstraints(basis).map((id) => [id, basis.constraints.get(id)?.title ?? id] as const)
  const line = (name: string, value: string, note: string) => `  # ${`${name}: ${value}`.padEnd(30)} # ${note}`
  return [
    '# What you need of a mesh. Every part is optional: uncomment what you know.',
    '# mesh recommend --requirements THIS_FILE',
    '',
    '# must rules a mesh out that lacks it, should only counts, dont-care counts nothing; met is met by something else.',
    'constraints:',
    ...constraints.map(([id, title]) => line(id, 'must', title)),
    '',
    'circumstances:',
    line('team-size', '3', 'people who would look after it'),
    line('envoy-skill', 'none', 'none, some or good'),
    line('ebpf-skill', 'some', 'none, some or good'),
    line('on-call', 'none', 'none or some'),
    line('cni', 'cilium', `${rules.cnis.join(', ')}`),
    line('runs', '[consul, vms]', `any of ${Object.keys(rules.runs).join(', ')}`),
    line('services', '40', 'a whole number, like the next three'),
    line('pods', '500', ''),
    line('nodes', '20', ''),
    line('clusters', '1', ''),
    line('ingress-only', 'true', 'true if only traffic into the cluster is to be managed'),
    line('leaving', '[istio]', 'meshes that run now and are to be left'),
    line('tired-of', '[simplicity]', 'why: any of the priorities below'),
    line('mesh-in-doubt', 'true', 'true if it is open whether to have a mesh at all'),
    line('kubernetes', 'false', 'false if nothing runs on Kubernetes'),
    line('clusters-joined', 'false', 'false if clusters are copies of each other, true if they are to be one mesh'),
    line('stable-only', 'true', 'true if what is not stable meets no must'),
    '',
    '# 0 to 5: how much each matters. What is left out counts a little.',
    'priorities:',
    ...Object.entries(rules.priorities).map(([id, { meaning }]) => line(id, '3', meaning)),
    '',
    `# Only these are open to choice; all if left out. Any of ${knowledge.meshes.map(({ id }) => id).join(', ')}.`,
    '# candidates: []',
    '',
  ]
    .map((text) => text.replace(/ +# *$/, '').trimEnd())
    .join('\n')
}
