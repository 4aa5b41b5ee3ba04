/** The smallest knowledge that passes every rule: two meshes, one topic of each kind. */
export const smallKnowledge = (): Map<string, string> =>
  new Map([
    ['topics.yaml', topics],
    ['traits.yaml', 'traits:\n  fast:\n    title: Fast\n    words: [the fast ones]\n'],
    ['glossary.yaml', glossary],
    ['guide.yaml', guide],
    ['measurements.yaml', measurements],
    ['sources.yaml', sources],
    ['estimator.yaml', estimator],
    ['diagrams.yaml', diagrams],
    ['criteria.yaml', criteria],
    ['neighbours.yaml', neighbours],
    ['signposts.yaml', signposts],
    ['meshes/alpha.yaml', mesh('Alpha')],
    ['meshes/beta.yaml', mesh('Beta')],
  ])

const topics = `groups:
  all: { title: All of it }
topics:
  data-plane:
    group: all
    title: Data plane
    kind: described
    meaning: What the requests pass through.
    why: It costs the most.
    words: [data plane, path, kernel]
    phrasings: [one one, two two, three, four, five]
  retries:
    group: all
    title: Retries
    kind: supported
    meaning: Asking again.
    why: Networks fail.
    words: [retry, again, reattempt]
    phrasings: [one two, two three, three, four, five]
  memory:
    group: all
    title: Memory
    kind: measured
    meaning: What a proxy holds.
    why: It is paid for.
    words: [memory, RAM, footprint]
    phrasings: [one six, two four, three, four, five]
  installation:
    group: all
    title: Installation
    kind: ranked
    meaning: Getting it to run.
    why: It comes first.
    words: [install, set-up, start]
    phrasings: [one nine, two ten, three, four, five]
`

const glossary = `terms:
  proxy:
    term: Proxy
    aliases: [go-between]
    meaning: Takes requests for another.
    topic: data-plane
    sources: [shared]
    checked: 2026-01-02
`

const guide = `considerations:
  - { title: Measure, text: Measure first., sources: [shared] }
takeaways:
  - { claim: All is well., verdict: holds, now: It still is., sources: [shared] }
`

const estimator = `parameters:
  pod-mem-alpha: { low: 1, high: 2, unit: MiB, per: pod, basis: measured, figures: [proxy-memory] }
designs:
  alpha:
    mesh: alpha
    mode: plain
    modes: [plain]
    name: Alpha
    placement: pod
    readsHttp: true
    passages: { low: 2, high: 2 }
    where: One in each pod.
    l7: Both read HTTP.
    breakEven: true
    terms:
      memory: [{ what: Sidecars, parameter: pod-mem-alpha, by: pods }]
      cpu: []
      latency: []
    unknown: []
    drawing:
      boxes: { proxy: { name: Alpha, kind: proxy-l7, in: pod } }
      arrows: [{ from: app, to: proxy, carries: plain, label: plain }]
      story: [{ says: "A proxy stands in each of the {pods} pods." }]
      sources: [shared]
      checked: 2026-01-02
    sources: [shared]
    checked: 2026-01-02
disagreements:
  - { about: memory, designs: [alpha], says: They do not agree., figures: [proxy-memory, proxy-memory] }
`

const diagrams = `diagrams:
  alpha:
    mesh: alpha
    mode: plain
    title: Alpha
    gist: One proxy stands in each pod.
    components:
      client: { name: Client, kind: app, in: client-pod }
      server: { name: Server, kind: app, in: server-pod }
    flows:
      - { from: client, to: server, carries: plain, label: plain, says: The client asks the server. }
      - { from: server, to: client, carries: plain, label: plain, says: The server answers. }
    sources: [shared]
`

const measurements = `figures:
  proxy-memory:
    metric: memory-per-pod
    low: 10
    high: 20
    unit: MB
    conditions: at rest
    by: independent
    source: shared
`

const criteria = `fits:
  - when: { field: circumstances.runs, is: [alpha] }
    mesh: alpha
    topic: installation
    weight: 1
    because: It is there.
`

const neighbours = `ambiguous:
  - { said: nbr, ids: [gamma, delta] }
neighbours:
  gamma:
    name: Gamma
    aliases: [gamma product]
    kind: mesh
    what: A product built on Alpha.
    state: { is: living, date: 2026-01-02 }
    basedOn: alpha
    relations:
      - { mesh: alpha, how: built-on, topic: installation }
    sources: [near]
    checked: 2026-01-02
  delta:
    name: Betad
    kind: tool
    what: A tool that comes with Beta.
    state: { is: announced-end, date: 2026-06-30 }
    relations:
      - { mesh: beta, how: works-beside }
    instead: Nothing.
    sources: [shared]
    checked: 2026-01-02
sources:
  near: { title: Gamma, url: https://example.org/gamma, publisher: Somebody, sells: true, date: 2026-01-01 }
`

const signposts = `meshes:
  alpha:
    checks:
      - { run: alpha check, tells: Whether it is well, url: https://docs.example.org/check }
    troubleshooting:
      - { about: In general, url: https://example.org/alpha/trouble }
    ask:
      - { where: Forum, url: https://forum.example.net/alpha, note: The project has no other. }
    reporting: { how: By mail, url: https://example.org/alpha/security }
    howto:
      retries: { title: Retries, url: https://example.org/alpha/retries, checked: 2026-01-02 }
    checked: 2026-01-02
`

const sources = `sources:
  shared: { title: A paper, url: https://example.org/paper, publisher: Somebody, sells: false, date: 2026-01-01 }
`

/** The file of a mesh. Its only part and alias carry its name, so that meshes don't share words. */
export const mesh = (name: string): string => `name: ${name}
summary: ${name} is a mesh for tests.
homepage: https://example.org/${name.toLowerCase()}
repository: https://example.org/${name.toLowerCase()}/code
licence: { name: MIT, openSource: true }
governance: Nobody in particular.
release: { version: "1.0", date: 2026-01-01, sources: [shared] }
aliases: [${name.toLowerCase()} mesh]
parts: [${name.toLowerCase()}d]
traits: [fast]
modes:
  plain: { name: Plain, statement: As it comes., maturity: stable, default: true, sources: [shared] }
facts:
  data-plane:
    brief: A proxy
    statement: ${name} has a proxy.
    sources: [shared]
    checked: 2026-01-02
  retries:
    support: yes
    statement: ${name} asks again.
    article: { claim: It asks again., verdict: holds }
    sources: [shared]
    checked: 2026-01-02
    modes:
      plain: { support: no, reason: Not in this one., sources: [shared] }
  memory:
    value: { low: 10, high: 20, unit: MB, per: pod, conditions: at rest }
    figures: [proxy-memory]
    statement: ${name} holds little.
    sources: [shared]
    checked: 2026-01-02
  installation:
    rank: { place: 1, reason: One command. }
    statement: ${name} starts with one command.
    sources: [shared]
    checked: 2026-01-02
choose:
  - { when: You test., topics: [retries], sources: [shared] }
avoid:
  - { when: You do not., sources: [shared] }
changes:
  - { date: 2026-01-01, what: It began., sources: [shared] }
upcoming: []
`
