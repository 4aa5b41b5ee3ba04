import { describe, expect, it } from 'vitest'
import { rules } from '../../src/knowledge/check/rules.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { mesh, smallKnowledge } from './small-knowledge.ts'

const today = '2026-02-01'

function problemsOf(files: Map<string, string>, house?: Map<string, string>) {
  const loaded = parseKnowledge(files, today, house)
  return loaded.ok ? [] : loaded.problems
}

/** The small knowledge with one piece of text in one file replaced. */
function changed(file: string, from: string, to: string): Map<string, string> {
  const files = smallKnowledge()
  const text = files.get(file) ?? ''
  expect(text, `${file} has no "${from}"`).toContain(from)
  return files.set(file, text.replace(from, to))
}

const lineOf = (files: Map<string, string>, file: string, words: string) =>
  (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(words)) + 1

describe('the rules of the knowledge check', () => {
  it('have nothing to say of sound knowledge', () => {
    expect(problemsOf(smallKnowledge())).toEqual([])
  })

  /** For each rule: what breaks it, and where the finding must point. */
  const broken = {
    'known-topics': {
      file: 'meshes/alpha.yaml',
      from: '  retries:\n',
      to: '  retires:\n',
      field: 'facts.retires',
      says: 'did you mean "retries"',
    },
    kinds: {
      file: 'meshes/alpha.yaml',
      from: '    brief: A proxy\n',
      to: '',
      field: 'facts.data-plane',
      says: 'add brief',
    },
    reasons: {
      file: 'meshes/beta.yaml',
      from: 'support: yes\n',
      to: 'support: partial\n',
      field: 'facts.retries',
      says: 'add a reason',
    },
    references: {
      file: 'meshes/beta.yaml',
      from: 'figures: [proxy-memory]',
      to: 'figures: [proxy-memry]',
      field: 'facts.memory.figures.0',
      says: 'no figure',
    },
    modes: { file: 'meshes/beta.yaml', from: ', default: true', to: '', field: 'modes', says: 'exactly one mode' },
    dates: {
      file: 'glossary.yaml',
      from: 'checked: 2026-01-02',
      to: 'checked: 2026-03-01',
      field: 'terms.proxy.checked',
      says: 'future',
    },
    'values-in-range': {
      file: 'meshes/alpha.yaml',
      from: 'high: 20, unit: MB, per',
      to: 'high: 90, unit: MB, per',
      field: 'facts.memory.value',
      says: 'outside the figures',
    },
    'plain-text': {
      file: 'meshes/alpha.yaml',
      from: 'Alpha asks again.',
      to: 'Alpha asks **again**.',
      field: 'facts.retries.statement',
      says: 'markup',
    },
    'words-unshared': {
      file: 'meshes/beta.yaml',
      from: 'aliases: [beta mesh]',
      to: 'aliases: [alpha mesh]',
      field: 'aliases.0',
      says: 'already leads to "alpha"',
    },
    'sources-used': {
      file: 'sources.yaml',
      from: 'sources:\n',
      to: 'sources:\n  idle: { title: Unread, url: https://example.org/idle, publisher: Nobody, sells: false, date: undated }\n',
      field: 'sources.idle',
      says: 'nothing uses',
    },
    'estimator-parts': {
      file: 'estimator.yaml',
      from: 'figures: [proxy-memory]',
      to: 'figures: [proxy-memry]',
      field: 'parameters.pod-mem-alpha.figures.0',
      says: 'no figure with the id "proxy-memry"',
    },
    'design-parts': {
      file: 'estimator.yaml',
      from: 'parameter: pod-mem-alpha,',
      to: 'parameter: pod-mem-alhpa,',
      field: 'designs.alpha.terms.memory.0.parameter',
      says: 'no parameter with the id "pod-mem-alhpa"',
    },
    'diagram-parts': {
      file: 'diagrams.yaml',
      from: 'from: server, to: client',
      to: 'from: server, to: clint',
      field: 'diagrams.alpha.flows.1.to',
      says: 'no part "clint"',
    },
    'criteria-parts': {
      file: 'criteria.yaml',
      from: 'mesh: alpha',
      to: 'mesh: gamma',
      field: 'fits.0.mesh',
      says: 'no mesh with the id "gamma"',
    },
    'neighbour-parts': {
      file: 'neighbours.yaml',
      from: 'ids: [gamma, delta]',
      to: 'ids: [gamma, detla]',
      field: 'ambiguous.0.ids.1',
      says: 'no neighbour with the id "detla"',
    },
    'neighbour-words': {
      file: 'neighbours.yaml',
      from: 'aliases: [gamma product]',
      to: 'aliases: [Alpha-Mesh]',
      field: 'neighbours.gamma.aliases.0',
      says: 'already leads to "alpha"',
    },
    'signpost-parts': {
      file: 'signposts.yaml',
      from: 'retries: { title',
      to: 'retires: { title',
      field: 'meshes.alpha.howto.retires',
      says: 'no topic with the id "retires"',
    },
    disagreements: {
      file: 'measurements.yaml',
      from: 'by: independent\n    source: shared\n',
      to: 'by: vendor\n    source: shared\n',
      field: 'facts.memory',
      says: 'add disagreement',
    },
  } as const

  it('each have a case here', () => {
    expect(Object.keys(broken).sort()).toEqual(rules.map(({ name }) => name).sort())
  })

  for (const [rule, { file, from, to, field, says }] of Object.entries(broken)) {
    it(`${rule}: names file, line and field`, () => {
      const files = changed(file, from, to)
      if (rule === 'disagreements') addRivalFigure(files)
      const found = problemsOf(files).find((problem) => problem.message.includes(says))
      expect(found).toMatchObject({ file: rule === 'disagreements' ? 'meshes/alpha.yaml' : file, field })
      expect(found?.line).toBeGreaterThan(0)
    })
  }

  it.each([
    {
      what: 'a reason to choose a mesh in a mode that it has not',
      file: 'meshes/alpha.yaml',
      from: 'topics: [retries], sources',
      to: 'topics: [retries], mode: plian, sources',
      field: 'choose.0.mode',
    },
    {
      what: 'a reason to avoid a mesh in a mode that it has not',
      file: 'meshes/beta.yaml',
      from: 'when: You do not., sources',
      to: 'when: You do not., mode: plian, sources',
      field: 'avoid.0.mode',
    },
    {
      what: 'a diagram of a mode that its mesh has not',
      file: 'diagrams.yaml',
      from: 'mode: plain',
      to: 'mode: plian',
      field: 'diagrams.alpha.mode',
    },
    {
      what: 'a diagram of no mesh',
      file: 'diagrams.yaml',
      from: 'mesh: alpha',
      to: 'mesh: gamma',
      field: 'diagrams.alpha.mesh',
    },
  ])('find $what', ({ file, from, to, field }) => {
    const files = changed(file, from, to)
    const word = to.includes('plian') ? 'plian' : 'gamma'
    expect(problemsOf(files)).toEqual([
      {
        file,
        line: lineOf(files, file, word),
        field,
        message: expect.stringMatching(new RegExp(`^no (mesh|mode of .+) with the id "${word}"$`)),
      },
    ])
  })

  it.each([
    ['of no mesh', 'mesh: alpha', 'mesh: gamma', 'mesh', 'no mesh with the id "gamma"'],
    [
      'for a mode that there is not',
      'modes: [plain]',
      'modes: [plian]',
      'modes.0',
      'no mode of alpha with the id "plian"',
    ],
    [
      'with a parameter in another unit',
      'cpu: []',
      'cpu: [{ what: Sidecars, parameter: pod-mem-alpha }]',
      'terms.cpu.0.parameter',
      '"pod-mem-alpha" is in MiB, not in vCPU',
    ],
    [
      'with a floor that there is not',
      'by: pods }',
      'by: pods, atLeast: floor }',
      'terms.memory.0.atLeast',
      'no parameter with the id "floor"',
    ],
    [
      'with waypoints of no known load',
      'unknown: []',
      'waypointLoad: lode\n    unknown: []',
      'waypointLoad',
      'no parameter with the id "lode"',
    ],
    [
      'with a sibling that there is not',
      'unknown: []',
      'sibling: beta\n    unknown: []',
      'sibling',
      'no design with the id "beta"',
    ],
    [
      'that is its own sibling',
      'unknown: []',
      'sibling: alpha\n    unknown: []',
      'sibling',
      'of two siblings just one may do layer 7',
    ],
    [
      'compared by what it has not',
      'by: pods }',
      'by: nodes }',
      'breakEven',
      'no term of its memory in the data plane is by pods',
    ],
    ['with an arrow to nothing', 'to: proxy', 'to: poxy', 'drawing.arrows.0.to', 'no box with the id "poxy"'],
    [
      'with a machine configured by nothing',
      'story:',
      'machine: { proxy: Alpha, from: alphad, label: rules }\n      story:',
      'drawing.machine.from',
      'no box with the id "alphad"',
    ],
    [
      'with a box that is there of itself',
      'boxes: {',
      'boxes: { app: { name: App, kind: app, in: pod },',
      'drawing.boxes.app',
      '"app" is drawn of itself: take another id',
    ],
    [
      'with a number of what cannot be counted',
      '{pods}',
      '{podz}',
      'drawing.story.0.says',
      expect.stringContaining('no place for a number: {podz}'),
    ],
    [
      'with passages and not how many',
      'by: pods }',
      'by: passages }',
      'terms.memory.0.perCall',
      'is for passages, and they need it',
    ],
  ] as const)('find a design %s', (_what, from, to, field, message) => {
    const files = changed('estimator.yaml', from, to)
    expect(problemsOf(files)).toContainEqual({
      file: 'estimator.yaml',
      line: expect.any(Number),
      field: `designs.alpha.${field}`,
      message,
    })
  })

  it('find waypoints of which nobody says what loads them', () => {
    const files = changed(
      'estimator.yaml',
      'by: pods }',
      'by: pods }, { what: Waypoints, parameter: pod-mem-alpha, by: waypoints }',
    )
    expect(problemsOf(files)).toEqual([
      {
        file: 'estimator.yaml',
        line: lineOf(files, 'estimator.yaml', '  alpha:'),
        field: 'designs.alpha',
        message: 'has terms by waypoints: say by which parameter these are loaded, as waypointLoad',
      },
    ])
  })

  it('find a disagreement about no design', () => {
    const files = changed('estimator.yaml', 'designs: [alpha]', 'designs: [alhpa]')
    expect(problemsOf(files)).toMatchObject([
      { field: 'disagreements.0.designs.0', message: 'no design with the id "alhpa"' },
    ])
  })

  it('find siblings of two meshes, of which one does not know it', () => {
    const files = smallKnowledge()
    const text = files.get('estimator.yaml') ?? ''
    const design = text.slice(text.indexOf('  alpha:'), text.indexOf('disagreements:'))
    const other = design
      .replace('  alpha:', '  beta:')
      .replace('mesh: alpha', 'mesh: beta')
      .replace('readsHttp: true', 'readsHttp: false')
    files.set(
      'estimator.yaml',
      text.replace(design, `${design.replace('unknown: []', 'sibling: beta\n    unknown: []')}${other}`),
    )
    expect(problemsOf(files).map(({ field, message }) => [field, message])).toEqual([
      ['designs.alpha.sibling', '"beta" is of another mesh'],
      ['designs.alpha.sibling', '"beta" doesn\'t name "alpha" as its sibling'],
    ])
  })

  it.each([
    {
      what: 'a neighbour built on no mesh',
      file: 'neighbours.yaml',
      from: 'basedOn: alpha',
      to: 'basedOn: omega',
      field: 'neighbours.gamma.basedOn',
      message: 'no mesh with the id "omega"',
    },
    {
      what: 'a neighbour beside no mesh',
      file: 'neighbours.yaml',
      from: 'mesh: alpha, how',
      to: 'mesh: omega, how',
      field: 'neighbours.gamma.relations.0.mesh',
      message: 'no mesh with the id "omega"',
    },
    {
      what: 'a relation in no topic',
      file: 'neighbours.yaml',
      from: 'topic: installation }',
      to: 'topic: instalation }',
      field: 'neighbours.gamma.relations.0.topic',
      message: 'no topic with the id "instalation"',
    },
    {
      what: 'a sign of life from tomorrow',
      file: 'neighbours.yaml',
      from: 'living, date: 2026-01-02',
      to: 'living, date: 2026-02-02',
      field: 'neighbours.gamma.state.date',
      message: '2026-02-02 lies in the future',
    },
    {
      what: 'an end without a date',
      file: 'neighbours.yaml',
      from: '{ is: announced-end, date: 2026-06-30 }',
      to: '{ is: ended }',
      field: 'neighbours.delta.state.date',
      message: 'say when it ended or will end',
    },
    {
      what: 'an alias that is a part of a mesh',
      file: 'neighbours.yaml',
      from: 'aliases: [gamma product]',
      to: 'aliases: [alphad]',
      field: 'neighbours.gamma.aliases.0',
      message: '"alphad" already leads to "alpha": keep it in one place',
    },
    {
      what: 'a name that is a part of a mesh it has nothing to do with',
      file: 'neighbours.yaml',
      from: 'name: Betad',
      to: 'name: Alphad',
      field: 'neighbours.delta.name',
      message: '"Alphad" already leads to "alpha": keep it in one place',
    },
    {
      what: 'an alias that several neighbours go by',
      file: 'neighbours.yaml',
      from: 'aliases: [gamma product]',
      to: 'aliases: [nbr]',
      field: 'neighbours.gamma.aliases.0',
      message: '"nbr" already leads to "several neighbours (ambiguous.0)": keep it in one place',
    },
    {
      what: 'a word of two neighbours',
      file: 'neighbours.yaml',
      from: 'name: Betad',
      to: 'name: Gamma product',
      field: 'neighbours.delta.name',
      message: '"Gamma product" already leads to "gamma": keep it in one place',
    },
    {
      what: 'a source of a neighbour that is declared nowhere',
      file: 'neighbours.yaml',
      from: 'sources: [shared]',
      to: 'sources: [near, sharde]',
      field: 'neighbours.delta.sources.1',
      message: 'no source with the id "sharde"',
    },
    {
      what: 'signposts of no mesh',
      file: 'signposts.yaml',
      from: '  alpha:\n',
      to: '  omega:\n',
      field: 'meshes.omega',
      message: 'no mesh with the id "omega"',
    },
    {
      what: 'a page of a foreign host without a reason',
      file: 'signposts.yaml',
      from: ', note: The project has no other.',
      to: '',
      field: 'meshes.alpha.ask.0.url',
      message: "not a page of the mesh's homepage or repository: add a note that says why",
    },
    {
      what: 'a page without TLS',
      file: 'signposts.yaml',
      from: 'url: https://example.org/alpha/trouble',
      to: 'url: http://example.org/alpha/trouble',
      field: 'meshes.alpha.troubleshooting.0.url',
      message: 'Invalid URL',
    },
  ])('find $what', ({ file, from, to, field, message }) => {
    const found = problemsOf(changed(file, from, to))
    expect(found).toEqual([{ file, line: expect.any(Number), field, message }])
    expect(found[0]?.line).toBeGreaterThan(0)
  })

  it('let a reason name a mode that the mesh has', () => {
    expect(
      problemsOf(changed('meshes/alpha.yaml', 'topics: [retries], s', 'topics: [retries], mode: plain, s')),
    ).toEqual([])
  })

  /** A second vendor's figure for the same thing, three times as high. */
  function addRivalFigure(files: Map<string, string>): void {
    const figures = files.get('measurements.yaml') ?? ''
    const rival = figures
      .slice(figures.indexOf('  proxy-memory'))
      .replace('proxy-memory', 'rival')
      .replace('10', '60')
      .replace('20', '70')
      .replace('source: shared', 'source: rival')
    files.set('measurements.yaml', figures + rival)
    files.set(
      'sources.yaml',
      `${files.get('sources.yaml')}  rival: { title: Other, url: https://example.org/rival, publisher: Rival, sells: true, date: undated }\n`,
    )
    for (const id of ['alpha', 'beta']) {
      files.set(
        `meshes/${id}.yaml`,
        (files.get(`meshes/${id}.yaml`) ?? '').replace('[proxy-memory]', '[proxy-memory, rival]'),
      )
    }
  }

  it('report everything wrong at once', () => {
    const files = changed('meshes/alpha.yaml', 'support: yes\n', 'support: external\n')
    files.set('meshes/beta.yaml', mesh('Beta').replace('brief: A proxy', 'brief: A `proxy`'))
    expect(problemsOf(files).map(({ file }) => file)).toEqual(['meshes/alpha.yaml', 'meshes/beta.yaml'])
  })
})

describe('a knowledge file that is broken', () => {
  it('tells the line of a duplicate key', () => {
    const files = changed('meshes/alpha.yaml', 'summary:', 'name: Again\nsummary:')
    expect(problemsOf(files)).toMatchObject([{ file: 'meshes/alpha.yaml', line: 2 }])
  })

  it('tells the field that is missing, unknown or of the wrong shape, all at once', () => {
    const files = changed('meshes/alpha.yaml', 'support: yes\n', 'support: maybe\n')
    files.set('meshes/alpha.yaml', (files.get('meshes/alpha.yaml') ?? '').replace('homepage: https', 'home: https'))
    const problems = problemsOf(files)
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['homepage', 'home', 'facts.retries.support']),
    )
    expect(problems.find(({ field }) => field === 'facts.retries.support')).toMatchObject({
      line: lineOf(files, 'meshes/alpha.yaml', 'support: maybe'),
      message: 'must be one of: yes, partial, no, external, not-applicable, unknown',
    })
  })

  it('tells a range that runs backwards', () => {
    const files = changed('meshes/alpha.yaml', 'low: 10, high: 20, unit: MB, per', 'low: 30, high: 20, unit: MB, per')
    expect(problemsOf(files)).toMatchObject([{ field: 'facts.memory.value.high', message: 'must not be below low' }])
  })

  it('tells a file that is not there', () => {
    const files = smallKnowledge()
    files.delete('glossary.yaml')
    expect(problemsOf(files)).toEqual([{ file: 'glossary.yaml', line: 0, field: '', message: 'this file is missing' }])
  })
})

describe("an organisation's own facts", () => {
  const house = (text: string) => new Map([['ours.yaml', text]])

  it('are laid over ours', () => {
    const loaded = parseKnowledge(
      smallKnowledge(),
      today,
      house(
        'author: Platform team\ndate: 2026-01-20\nfacts:\n  alpha:\n    retries: { statement: We switch them off. }\n',
      ),
    )
    expect(loaded.ok && loaded.knowledge.house.get('alpha/retries')).toEqual({
      statement: 'We switch them off.',
      author: 'Platform team',
      date: '2026-01-20',
    })
  })

  it('must not be dated in the future', () => {
    const dated = (date: string) => house(`author: Platform team\ndate: ${date}\nfacts: {}\n`)
    expect(problemsOf(smallKnowledge(), dated(today))).toEqual([])
    expect(problemsOf(smallKnowledge(), dated('2026-02-02'))).toEqual([
      { file: 'ours.yaml', line: 2, field: 'date', message: '2026-02-02 lies in the future' },
    ])
  })

  it('must be about a mesh and a topic that exist', () => {
    const wrong = house(
      'author: Platform team\ndate: 2026-01-20\nfacts:\n  gamma:\n    retires: { statement: We switch them off. }\n',
    )
    expect(problemsOf(smallKnowledge(), wrong).map(({ line, message }) => [line, message])).toEqual([
      [4, 'no mesh with the id "gamma"'],
      [5, 'unknown topic "retires"'],
    ])
  })
})
