/** `npm run schemas`: writes the JSON Schemas of the knowledge files to knowledge/schema. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from './json-schemas.ts'
import { ownKnowledgeDirectory } from './load.ts'

const directory = join(ownKnowledgeDirectory, 'schema')
mkdirSync(directory, { recursive: true })
for (const [name, content] of jsonSchemas()) writeFileSync(join(directory, name), content)
