import { z } from 'zod'
import { date, id, prose } from './schema-parts.ts'

const page = {
  url: z.url({ protocol: /^https$/ }),
  note: prose(200).optional().describe('what it does not tell, or why it is of another host than the mesh'),
}

/** A page that says how a thing is done with the mesh. */
const guidePageSchema = z.strictObject({ title: prose(100), ...page, checked: date })

/** A command to run before one asks anybody. */
const checkSchema = z.strictObject({
  run: prose(120),
  tells: prose(160),
  when: prose(80).optional().describe('the trouble in which it helps, if not always'),
  url: page.url.optional().describe('the page that explains it'),
})

/** Where to look and whom to ask when something goes wrong with a mesh, all of them official places. */
const signpostsSchema = z.strictObject({
  checks: z.array(checkSchema).min(1),
  troubleshooting: z.array(z.strictObject({ about: prose(80), ...page })).min(1),
  ask: z.array(z.strictObject({ where: prose(60), ...page })).min(1),
  bugs: z.strictObject(page).optional(),
  reporting: z
    .strictObject({ how: prose(160), ...page })
    .optional()
    .describe('how a security hole is reported'),
  howto: z.record(id, guidePageSchema).default({}).describe('by topic'),
  checked: date.describe('all but howto, whose pages have their own'),
})

export const signpostsFileSchema = z.strictObject({ meshes: z.record(id, signpostsSchema).default({}) })

export type Signposts = z.infer<typeof signpostsSchema>
