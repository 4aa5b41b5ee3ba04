import type { Draft } from '../../draft.ts'
import type { Path } from '../../path.ts'
import type { Rule } from '../rule.ts'

export const criteriaParts: Rule = {
  name: 'criteria-parts',
  description: 'the criteria of a recommendation refer to topics, traits, meshes, modes and priorities that exist',
  check: (draft) =>
    [...namesUsed(draft)].flatMap(({ path, id, known, what }) =>
      known.has(id) ? [] : [draft.criteria.problem(path, `no ${what} with the id "${id}"`)],
    ),
}

interface NameUsed {
  readonly path: Path
  readonly id: string
  readonly known: ReadonlySet<string>
  readonly what: string
}

function* namesUsed({ criteria: { data }, topics, traits, meshes }: Draft): Generator<NameUsed> {
  const known = {
    topic: new Set(Object.keys(topics.data.topics)),
    trait: new Set(Object.keys(traits.data.traits)),
    mesh: new Set(meshes.keys()),
    priority: new Set(Object.keys(data.priorities)),
    constraint: new Set([...Object.keys(topics.data.topics), ...Object.keys(data.constraints)]),
  } as const
  const use = (what: keyof typeof known, id: string, path: Path): NameUsed => ({ path, id, known: known[what], what })

  for (const [id, priority] of Object.entries(data.priorities)) {
    for (const topic of Object.keys(priority.topics)) yield use('topic', topic, ['priorities', id, 'topics', topic])
    for (const trait of Object.keys(priority.traits)) yield use('trait', trait, ['priorities', id, 'traits', trait])
  }
  for (const [id, { topic, stated }] of Object.entries(data.constraints)) {
    yield use('topic', topic, ['constraints', id, 'topic'])
    for (const [index, { mesh, mode, topic: proof }] of stated.entries()) {
      const path = ['constraints', id, 'stated', index] as const
      yield use('mesh', mesh, [...path, 'mesh'])
      yield use('topic', proof, [...path, 'topic'])
      const modes = new Set(Object.keys(meshes.get(mesh)?.data.modes ?? {}))
      if (mode) yield { path: [...path, 'mode'], id: mode, known: modes, what: 'mode of this mesh' }
    }
  }
  for (const [id, { topic, trait }] of Object.entries(data.skills)) {
    yield use('topic', topic, ['skills', id, 'topic'])
    yield use('trait', trait, ['skills', id, 'trait'])
  }
  for (const list of ['fits', 'places'] as const) {
    for (const [index, { mesh, topic }] of data[list].entries()) {
      yield use('mesh', mesh, [list, index, 'mesh'])
      yield use('topic', topic, [list, index, 'topic'])
    }
  }
  for (const [index, { priority }] of data.boosts.entries()) {
    yield use('priority', priority, ['boosts', index, 'priority'])
  }
  for (const [index, { constraint }] of data.implies.entries()) {
    yield use('constraint', constraint, ['implies', index, 'constraint'])
  }
  for (const [index, { topic }] of data.proof.entries()) {
    if (topic) yield use('topic', topic, ['proof', index, 'topic'])
  }
  for (const [mesh, { compete, calledFor }] of Object.entries(data.modes)) {
    yield use('mesh', mesh, ['modes', mesh])
    const modes = new Set(Object.keys(meshes.get(mesh)?.data.modes ?? {}))
    for (const mode of [...compete, ...calledFor.map((entry) => entry.mode)]) {
      yield { path: ['modes', mesh], id: mode, known: modes, what: 'mode of this mesh' }
    }
  }
  for (const [step, { questions }] of data.steps.entries()) {
    for (const [index, { offers }] of questions.entries()) {
      for (const [place, id] of offers.entries()) {
        yield use('constraint', id, ['steps', step, 'questions', index, 'offers', place])
      }
    }
  }
}
