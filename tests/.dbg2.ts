import { inBrief } from '../src/facts/brief.ts'
import { resolveFacts } from '../src/facts/facts.ts'
import { besideModes } from '../src/facts/modes.ts'
import { defaultMode } from '../src/facts/resolve.ts'
import { standing } from '../src/facts/standing.ts'
import { ownKnowledge } from './helpers/own-knowledge.ts'

const k = ownKnowledge()
const facts = resolveFacts(k)
for (const t of k.topics) {
  const all = k.meshes.map((m) => ({ m, f: facts.of(m.id, t.id) }))
  for (const { m, f } of all)
    for (const o of besideModes(f, defaultMode(m)).slice(1)) {
      const own = standing(f),
        s = standing(o)
      const passes = all.some(({ m: x, f: g }) => {
        const st = standing(g)
        return (
          x !== m &&
          st !== undefined &&
          own !== undefined &&
          s !== undefined &&
          Math.sign(s - st) !== Math.sign(own - st)
        )
      })
      if (passes)
        console.log(
          (s ?? 0) > (own ?? 0) ? 'better' : 'worse ',
          t.id.padEnd(26),
          m.id,
          '|',
          inBrief(f),
          '|',
          o.mesh.name,
          inBrief(o),
        )
    }
}
