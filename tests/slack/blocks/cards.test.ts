import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../src/commands/table.ts'
import { catalogueOf } from '../../../src/pages/catalogue.ts'
import { toSections } from '../../../src/pages/to-text.ts'
import { askPattern } from '../../../src/slack/blocks/ids.ts'
import { messageOf } from '../../../src/slack/blocks/message.ts'
import { examples } from '../../helpers/answers.ts'
import { smallKnowledge } from '../../helpers/knowledge.ts'

const catalogue = catalogueOf(smallKnowledge)
const card = (name: keyof typeof examples, shareable = false) =>
  messageOf(examples[name].answer, { shareable, catalogue })
/** Everything of a card, what is folded too, as the JSON that Slack gets. */
const shown = (name: keyof typeof examples): string => JSON.stringify(card(name).blocks)

test.each(Object.keys(examples))('%s can be shared only where one person sees it', (name) => {
  const example = Object.entries(examples).find(([key]) => key === name)?.[1]
  if (!example) throw new Error(name)
  const { answer, command } = example
  const shareButton = JSON.stringify({ action_id: 'share', value: command }).slice(1, -1)
  const blocks = (shareable: boolean) => JSON.stringify(messageOf(answer, { shareable, catalogue }).blocks)
  expect(blocks(true)).toContain(shareButton)
  expect(blocks(false)).not.toContain('"share"')
})

describe('a fact', () => {
  test('says first whether, then how, with maturity, edition and since', () => {
    const { text } = card('fact-supported')
    expect(text).toMatch(/^Istio · Circuit breaking\nYes\. Istio breaks circuits/)
    expect(text).toContain('Limits count per client proxy.')
    const all = shown('fact-supported')
    expect(all).toContain('Since: 1.0 (July 2018)')
    expect(all).toContain('Maturity: stable')
    expect(all).toContain('Edition: open source edition')
    expect(all).toContain('Ambient mode: Partly (beta). In ambient mode a waypoint does it. It needs a waypoint.')
  })

  test('that is measured gives conditions and who measured, and what was said otherwise', () => {
    const { text } = card('fact-measured')
    expect(text).toContain('40–60 MB per pod.')
    const all = shown('fact-measured')
    expect(all).toContain('Conditions: one sidecar at 1,000 requests a second')
    expect(all).toContain('60 MB: Memory per pod (sidecar), the project or a vendor')
    expect(all).toContain('38–45 MiB: Memory per pod, independent, read off a chart')
    expect(all).toContain('Sources disagree: The docs say 60 MB, a study says 40 MB.')
    expect(all).not.toContain('article')
    expect(all).toContain('"action_id":"details"')
    const sections = toSections(pageOf(examples['fact-measured'].answer, catalogue))
    expect(sections).toContainEqual({
      title: 'What the founding article said',
      text: '• Istio: A sidecar takes 50 to 100 MB. Now (outdated): It takes 40 to 60 MB.',
    })
  })

  test('that the organisation states itself is marked, with author and date, beside ours', () => {
    const { text } = card('fact-house')
    expect(text).toContain('Your organisation says: We measured 9 MB per pod. (Platform team, 10 Oct 2026)')
    expect(text).toContain('The checked fact: A proxy takes 4 to 26 MB.')
  })

  test('offers its sources and a way to correct it', () => {
    expect(shown('fact-supported')).toContain('"value":"sources istio circuit-breaking"')
    expect(shown('fact-supported')).toContain(JSON.stringify('{"mesh":"istio","topic":"circuit-breaking"}'))
  })

  test('of several meshes tells belief and doubt with the name of the mesh', () => {
    const text = shown('fact-all-meshes')
    expect(text).toContain('Linkerd: Often said: Linkerd has no circuit breaking. Now: It has had it since 2.13.')
    expect(text).toContain('Linkerd: Not confirmed: Whether 2.20 changed the default.')
  })
})

describe('a comparison', () => {
  test('puts differences in a table and the rest in a sentence', () => {
    const rows = Object.values(card('compare-overall').blocks).filter(({ type }) => type === 'table')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).toContain('Memory overhead')
  })

  test('offers other areas and the meshes that are missing, as commands', () => {
    expect(shown('compare-area')).toContain('"value":"compare istio linkerd on area performance"')
    expect(shown('compare-area')).toContain('"value":"compare istio linkerd"')
    expect(shown('compare-area')).not.toContain('"value":"compare istio linkerd on area traffic"')
    expect(shown('compare-area')).toContain('"value":"compare istio linkerd cilium on area traffic"')
    expect(shown('compare-overall')).not.toContain('Add a mesh')
  })
})

test('an answer that may be meant otherwise asks back before anything else', () => {
  const [, , third] = card('doubtful').blocks
  expect(JSON.stringify(third)).toContain('Did you mean installation')
})

test('a ranking says what its order rests on', () => {
  expect(card('best-measured').text).toContain('What this rests on: Ordered by the middle of each published range.')
  expect(card('best-unranked').text).not.toContain('Place:')
})

test('whatever asks a question has an id that the listener of questions matches', () => {
  expect('ask.0').toMatch(askPattern)
  expect('ask.area').toMatch(askPattern)
  expect('share').not.toMatch(askPattern)
})
