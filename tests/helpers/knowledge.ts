import { criteriaFileSchema } from '../../src/knowledge/criteria-schema.ts'
import { estimatorFileSchema } from '../../src/knowledge/estimator-schema.ts'
import type { Knowledge, Mesh } from '../../src/knowledge/knowledge.ts'
import { meshSchema, sourceSchema } from '../../src/knowledge/schema.ts'

const docs = (mesh: string) => ({
  title: `${mesh} docs & guides`,
  url: `https://${mesh.toLowerCase()}.example/docs?a=1&b=2`,
  publisher: `${mesh} project`,
  sells: true,
  date: 'docs for 1.0',
})

const described = (brief: string, statement: string, source: string) => ({
  brief,
  statement,
  sources: [source],
  checked: '2026-10-01',
})

const common = (name: string) => ({
  name,
  summary: `${name} is a mesh for tests. It carries requests through proxies.`,
  homepage: `https://${name.toLowerCase()}.example`,
  repository: `https://code.example/${name.toLowerCase()}`,
  licence: { name: 'Apache 2.0', openSource: true },
  governance: 'A foundation.',
  release: { version: '1.4.0', date: '2026-09-01', sources: [name.toLowerCase()] },
  aliases: [name.toLowerCase()],
  parts: [],
  traits: [],
  choose: [{ when: `You want ${name}.`, sources: [name.toLowerCase()] }],
  avoid: [{ when: 'You want none.', sources: [name.toLowerCase()] }],
  changes: [
    { date: '2026-09-01', what: 'Version 1.4 came out.', sources: [name.toLowerCase()] },
    { date: '2026-06-01', what: 'Version 1.3 came out.', sources: [name.toLowerCase()] },
  ],
  upcoming: [{ when: 'Early 2027', what: 'Version 2 is planned.', sources: [name.toLowerCase()] }],
  migration: [{ note: `Move one namespace at a time to ${name}.`, sources: [name.toLowerCase()] }],
})

const mode = (name: string, maturity: 'stable' | 'beta') => ({
  name,
  words: [],
  statement: `${name} carries all traffic.`,
  maturity,
  default: maturity === 'stable',
  sources: ['istio'],
})

const istio = {
  ...common('Istio'),
  modes: { sidecar: mode('Sidecar mode', 'stable'), ambient: mode('Ambient mode', 'beta') },
  facts: {
    'data-plane': described('Envoy beside each pod', 'Istio puts an Envoy beside each pod.', 'istio'),
    'circuit-breaking': {
      support: 'yes',
      statement: 'Istio breaks circuits by connection pools & outlier detection.',
      via: ['DestinationRule'],
      since: '1.0 (July 2018)',
      maturity: 'stable',
      edition: 'open-source',
      limits: ['Limits count per client proxy.'],
      sources: ['istio', 'study'],
      checked: '2026-11-01',
      modes: {
        ambient: {
          support: 'partial',
          reason: 'It needs a waypoint.',
          statement: 'In ambient mode a waypoint does it.',
          maturity: 'beta',
          sources: ['istio'],
        },
      },
    },
    'memory-overhead': {
      statement: 'A sidecar takes 40 to 60 MB.',
      value: { low: 40, high: 60, unit: 'MB', per: 'pod', conditions: 'one sidecar at 1,000 requests a second' },
      figures: ['istio-memory', 'istio-memory-study'],
      article: { claim: 'A sidecar takes 50 to 100 MB', verdict: 'outdated', now: 'It takes 40 to 60 MB.' },
      disagreement: 'The docs say 60 MB, a study says 40 MB.',
      sources: ['istio', 'study'],
      checked: '2026-11-02',
    },
    installation: {
      brief: 'Helm or istioctl',
      statement: 'Istio is installed with Helm.',
      rank: { place: 2, reason: 'Several charts.' },
      sources: ['istio'],
      checked: '2026-11-03',
    },
    migration: described('By namespace', 'Istio can be adopted one namespace at a time.', 'istio'),
  },
}

const linkerd = {
  ...common('Linkerd'),
  modes: { sidecar: mode('Sidecar', 'stable') },
  facts: {
    'data-plane': described('A Rust proxy beside each pod', 'Linkerd puts a small proxy beside each pod.', 'linkerd'),
    'circuit-breaking': {
      support: 'partial',
      reason: 'Only by consecutive failures.',
      statement: 'Linkerd breaks circuits after failures in a row.',
      since: '2.13',
      edition: 'enterprise',
      maturity: 'beta',
      belief: { said: 'Linkerd has no circuit breaking', now: 'It has had it since 2.13.' },
      unverified: 'Whether 2.20 changed the default.',
      sources: ['linkerd'],
      checked: '2026-11-04',
    },
    'memory-overhead': {
      statement: 'A proxy takes 4 to 26 MB.',
      value: { low: 4, high: 26, unit: 'MB', per: 'pod', conditions: 'one proxy' },
      sources: ['linkerd', 'study'],
      checked: '2026-11-05',
    },
    installation: {
      brief: 'Two commands',
      statement: 'Linkerd is installed with two commands.',
      rank: { place: 1, reason: 'Two commands and no server.' },
      sources: ['linkerd'],
      checked: '2026-11-06',
    },
    migration: described('Pod by pod', 'Linkerd is adopted workload by workload.', 'linkerd'),
  },
}

const cilium = {
  ...common('Cilium'),
  modes: { l4: mode('eBPF only', 'stable') },
  facts: {
    'data-plane': described('eBPF in the kernel', 'Cilium does its work in the kernel.', 'cilium'),
    'circuit-breaking': {
      support: 'no',
      reason: 'Only by raw Envoy configuration.',
      statement: 'Cilium has no resource for it.',
      sources: ['cilium'],
      checked: '2026-05-01',
    },
    'memory-overhead': {
      statement: 'The agent takes 120 to 450 MB per node.',
      value: { low: 120, high: 450, unit: 'MB', per: 'node', conditions: 'the agent of a small cluster' },
      sources: ['cilium'],
      checked: '2026-11-07',
    },
    installation: {
      brief: 'One chart',
      statement: 'Cilium is installed with one chart.',
      rank: { place: 2, reason: 'It replaces the CNI.' },
      sources: ['cilium'],
      checked: '2026-11-08',
    },
    migration: described('Node by node', 'Cilium moves node by node.', 'cilium'),
  },
}

const parsed = (id: string, file: object): Mesh => {
  const { figures: _figures, sources: _sources, ...mesh } = meshSchema.parse(file)
  return { ...mesh, id }
}

const topic = (id: string, group: string, title: string, kind: 'described' | 'supported' | 'measured' | 'ranked') => ({
  id,
  group,
  title,
  kind,
  meaning: `${title} is a property of a mesh.`,
  why: `${title} decides much.`,
  words: [id, title.toLowerCase()],
  phrasings: [],
})

/** A small knowledge of three meshes, with every kind of topic and every ornament that a fact can have. */
export const smallKnowledge: Knowledge = {
  meshes: [parsed('cilium', cilium), parsed('istio', istio), parsed('linkerd', linkerd)],
  groups: [
    { id: 'architecture', title: 'Architecture', words: [] },
    { id: 'traffic', title: 'Traffic management', words: [] },
    { id: 'performance', title: 'Performance', words: [] },
    { id: 'adoption', title: 'Adoption', words: [] },
  ],
  topics: [
    topic('data-plane', 'architecture', 'Data plane', 'described'),
    topic('circuit-breaking', 'traffic', 'Circuit breaking', 'supported'),
    topic('memory-overhead', 'performance', 'Memory overhead', 'measured'),
    topic('installation', 'adoption', 'Installation', 'ranked'),
    topic('migration', 'adoption', 'Migration', 'described'),
  ],
  traits: [],
  terms: [
    {
      id: 'sidecar',
      term: 'Sidecar',
      aliases: ['sidecar proxy'],
      meaning: 'A proxy that runs in each pod beside the application.',
      topic: 'data-plane',
      sources: ['study'],
      checked: '2026-11-09',
    },
  ],
  guide: {
    considerations: [{ title: 'Try it first', text: 'Run a proof of concept in staging.', sources: ['study'] }],
    takeaways: [],
  },
  figures: new Map([
    [
      'istio-memory',
      {
        mesh: 'istio',
        design: 'sidecar',
        metric: 'memory-per-pod',
        low: 60,
        high: 60,
        unit: 'MB',
        conditions: '1,000 requests a second, 2 worker threads',
        by: 'vendor',
        source: 'istio',
      },
    ],
    [
      'istio-memory-study',
      {
        mesh: 'istio',
        metric: 'memory-per-pod',
        low: 38,
        high: 45,
        unit: 'MiB',
        conditions: 'a small demo',
        by: 'independent',
        evidence: 'read-off-chart',
        source: 'study',
      },
    ],
  ]),
  sources: new Map([
    ['istio', sourceSchema.parse(docs('Istio'))],
    ['linkerd', sourceSchema.parse(docs('Linkerd'))],
    ['cilium', sourceSchema.parse(docs('Cilium'))],
    [
      'study',
      {
        title: 'A study of meshes <2026>',
        url: 'https://study.example/paper',
        publisher: 'A university',
        sells: false,
        date: '2026-03-01',
      },
    ],
  ]),
  estimator: { ...estimatorFileSchema.parse({}), house: [] },
  criteria: criteriaFileSchema.parse({}),
  diagrams: [],
  neighbours: [],
  ambiguous: [],
  signposts: new Map(),
  house: new Map([
    [
      'linkerd/memory-overhead',
      { statement: 'We measured 9 MB per pod.', author: 'Platform team', date: '2026-10-10' },
    ],
  ]),
}
