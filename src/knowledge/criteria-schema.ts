import { z } from 'zod'
import { id, prose, sourceIds } from './schema-parts.ts'

const weight = z.number().nonnegative()
const part = z.number().min(0).max(1)
/** A field of a requirements file, such as circumstances.pods. */
const field = z.string().regex(/^(constraints|circumstances|priorities)\.[a-z0-9-]+$/, 'write SECTION.NAME')
/** What people call something: two letters can be enough, as in vm. */
const words = z.array(z.string().min(2).max(40)).default([])
const scalar = z.union([z.string(), z.number(), z.boolean()])

/** Something that answers may say. Every part that is there must be true; a list counts where it holds the value. */
const conditionSchema = z.strictObject({
  field,
  is: z.array(scalar).min(1).optional(),
  not: z.array(scalar).min(1).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  answered: z.boolean().optional(),
})

/** What a priority weighs, out of which topics, and the words by which people name it. */
const prioritySchema = z.strictObject({
  title: prose(40),
  meaning: prose(200),
  topics: z.record(id, z.number().positive()).describe('the topics that it is made of, with their shares'),
  openness: z.number().positive().optional().describe('the share of an open source licence'),
  traits: z.record(id, z.number().positive()).default({}).describe('shares of having a trait'),
  words,
})

/** How far a mesh meets a requirement that its facts tell in words only, under some circumstances. */
const statedSchema = z.strictObject({
  mesh: id,
  mode: id.optional().describe('in this mode only, where modes compete'),
  when: conditionSchema.optional().describe('only where this holds; of several that hold the first counts'),
  support: z.enum(['yes', 'partial', 'no']),
  topic: id.describe('the fact that says so'),
  because: prose(200),
})

/** A requirement that isn't simply a supported topic under its own id. */
const constraintSchema = z.strictObject({
  title: prose(50),
  topic: id.describe('the fact that it is read from, or shown with'),
  test: z.enum(['support', 'licence', 'sidecarless', 'stated']),
  stated: z.array(statedSchema).default([]).describe('for the test of this name: how far each mesh meets it'),
  /** Editions are no flaw where support is what is asked for. */
  editionCounts: z.boolean().default(true),
  ofMesh: z.boolean().default(false).describe('says how the mesh is to be: as a must it means that there is to be one'),
  ofPlatform: z
    .boolean()
    .default(false)
    .describe('says what a mesh has to run on: what is there asks for it, and meets nothing'),
  words,
})

const optionSchema = z.strictObject({ value: scalar, label: prose(70) })

const questionSchema = z.strictObject({
  id,
  ask: prose(120),
  hint: prose(140).optional(),
  kind: z.enum(['one', 'many', 'number', 'musts', 'shoulds', 'mets', 'weights', 'candidates']),
  field: field.optional().describe('what the answer fills in; lists of constraints, weights and meshes need none'),
  level: z.int().min(0).max(5).optional().describe('for weights: the weight that is given to what is chosen'),
  offers: z
    .array(id)
    .default([])
    .describe('for musts, shoulds and mets: what to choose from; if empty, all that no question of the kind offers'),
  options: z.array(optionSchema).default([]),
  when: z.array(conditionSchema).default([]).describe('asked only if one of these holds'),
})

/** A field of version 0.1.0, where levels had weights of their own: directories that have it still load. */
const fromEarlier = z.unknown().optional().describe('of version 0.1.0: no longer used, one order of levels holds')

/** How the advisor gets from answers and facts to a ranking; docs/advisor.md says why. */
export const criteriaFileSchema = z.strictObject({
  scales: z
    .strictObject({
      yes: part.default(0.8).describe('what a plain yes counts; lower levels count less in proportion to their grade'),
      reason: part.describe('what each sourced reason for or against a mesh on a topic adds or takes'),
      placeStep: part.describe('what each place below the first takes, where topics are ranked'),
      mean: z
        .strictObject({ none: part, full: part })
        .refine(({ none, full }) => none < full, 'none must lie below full')
        .default({ none: 0, full: 1 })
        .describe('priorities made of several supported topics: the mean that counts 0, and the one that counts 1'),
      measured: z.record(
        id,
        z.strictObject({
          full: z.number().positive(),
          none: z.number().positive(),
          estimated: z.literal('memory').optional().describe('by what an estimate gives, where a mesh has a design'),
        }),
      ),
      podsPerNode: z.number().positive(),
      rpsPerNode: z.number().positive(),
      skill: z.record(z.enum(['none', 'some', 'good']), z.strictObject({ needed: part, unneeded: part })),
      support: fromEarlier,
      maturity: fromEarlier,
      paidEdition: fromEarlier,
      unknown: fromEarlier,
    })
    .optional(),
  weights: z
    .strictObject({
      priority: z.array(weight).length(6).describe('the weight of a priority answered 0 to 5'),
      unanswered: weight,
      must: weight,
      should: weight,
      skill: weight,
    })
    .optional(),
  thresholds: z
    .strictObject({ tie: part, growthFrom: fromEarlier, growthTo: fromEarlier, growthShare: fromEarlier })
    .optional(),
  priorities: z.record(id, prioritySchema).default({}),
  constraints: z.record(id, constraintSchema).default({}),
  cnis: z.array(id).default([]),
  runs: z.record(id, z.strictObject({ title: prose(40), words })).default({}),
  skills: z
    .record(
      id,
      z.strictObject({
        title: prose(40),
        trait: id,
        topic: id,
        modes: z.record(id, z.array(id)).default({}).describe('meshes that need it in these modes only'),
      }),
    )
    .default({}),
  modes: z
    .record(
      id,
      z.strictObject({
        compete: z.array(id).default([]).describe('the modes that stand as candidates of their own'),
        calledFor: z
          .array(z.strictObject({ mode: id, by: z.array(id).min(1) }))
          .default([])
          .describe('else: the mode that is judged when one of these constraints is asked for'),
      }),
    )
    .default({}),
  layer7: z.array(id).default([]).describe('constraints that take a proxy that reads HTTP'),
  implies: z
    .array(
      z.strictObject({
        when: conditionSchema,
        unless: conditionSchema.optional(),
        constraint: id,
        level: z.enum(['must', 'should']),
        because: prose(160),
      }),
    )
    .default([]),
  boosts: z
    .array(
      z.strictObject({
        when: conditionSchema,
        unless: conditionSchema.optional(),
        priority: id,
        weight,
        because: prose(160),
      }),
    )
    .default([])
    .describe('circumstances that make a priority weigh more'),
  fits: z
    .array(z.strictObject({ when: conditionSchema, mesh: id, topic: id, weight, because: prose(160) }))
    .default([])
    .describe('what is there already and speaks for a mesh'),
  places: z
    .array(z.strictObject({ when: conditionSchema, mesh: id, topic: id, place: z.int().min(1), because: prose(200) }))
    .default([])
    .describe('circumstances that change the place of a mesh on a ranked topic; the first that holds counts'),
  tensions: z
    .array(z.strictObject({ all: z.array(conditionSchema).min(1), says: prose(300), sources: sourceIds }))
    .default([]),
  outcomes: z
    .partialRecord(
      z.enum(['no-mesh-yet', 'gateway-first']),
      z.strictObject({
        title: prose(80),
        signs: z
          .array(z.strictObject({ when: conditionSchema, says: prose(200), weight: weight.default(3) }))
          .min(1)
          .describe('what speaks for it, and how much'),
        priorities: z.record(id, part).default({}).describe('how well it does on each priority'),
        meets: z
          .record(id, z.strictObject({ score: part, by: prose(160), atEdge: z.boolean().default(false) }))
          .default({})
          .describe(
            'needs that are met without a mesh, how far and by what; atEdge: of traffic into the cluster alone',
          ),
        needed: fromEarlier,
        allowed: fromEarlier,
        argument: prose(420),
        against: prose(300),
        change: prose(200).describe('what would make a mesh worth it'),
        sources: sourceIds,
      }),
    )
    .default({}),
  proof: z
    .array(
      z.strictObject({
        title: prose(60),
        says: prose(260),
        topic: id.optional().describe('the fact of the recommended mesh that is put beside it'),
        when: z.array(conditionSchema).default([]).describe('said only if one of these holds'),
        sources: sourceIds,
      }),
    )
    .default([]),
  steps: z.array(z.strictObject({ title: prose(60), questions: z.array(questionSchema).min(1) })).default([]),
})

export type CriteriaFile = z.infer<typeof criteriaFileSchema>
export type Condition = z.infer<typeof conditionSchema>
export type Stated = z.infer<typeof statedSchema>
export type QuestionFile = z.infer<typeof questionSchema>
