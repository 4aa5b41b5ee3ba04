import { expect, test } from 'vitest'
import { catalogueOf } from '../../../src/pages/catalogue.ts'
import { validateMessage } from '../../../src/playground/validate-blocks.ts'
import { messageOf } from '../../../src/slack/blocks/message.ts'
import { examples } from '../../helpers/answers.ts'
import { smallKnowledge } from '../../helpers/knowledge.ts'

const catalogue = catalogueOf(smallKnowledge)

test.each(Object.entries(examples))('the card of %s', async (name, { answer }) => {
  const card = messageOf(answer, { shareable: true, catalogue })
  expect(validateMessage(card)).toEqual([])
  await expect(`${JSON.stringify(card, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`)
})
