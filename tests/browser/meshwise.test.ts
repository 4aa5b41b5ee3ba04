import { describe, expect, it } from 'vitest'
import { noBrowser } from './chromium.ts'
import { message, say, startMeshwiseDesk, violations } from './desk.ts'
import { useDesk } from './use-desk.ts'

describe.skipIf(noBrowser)('Meshwise itself in the browser', { timeout: 60_000 }, () => {
  const desk = useDesk(startMeshwiseDesk)

  it('compares, for the one who asked until they share it', async () => {
    const ada = await desk.open('ada')
    const ben = await desk.open('ben')
    await say(ada, '/mesh compare istio cilium')
    const card = message(ada, 'Istio vs Cilium')
    await card.getByText('Only visible to you').waitFor()
    await card.getByRole('cell', { name: /MB per pod/ }).waitFor()
    expect(await message(ben, 'Istio vs Cilium').count()).toBe(0)
    await card.getByText('Share in channel').click()
    await message(ben, 'Shared by ada').getByText('Difference', { exact: true }).waitFor()
  })

  const cards: [command: string, title: string][] = [
    ['fact linkerd on retries', 'Linkerd · Retries and timeouts'],
    ['compare all on security', 'Cilium vs Consul vs Istio vs Linkerd · Security'],
    ['best on latency-overhead', 'Best · Latency overhead'],
    ['show consul', 'Consul · Profile'],
    ['define waypoint', 'Meaning of Waypoint'],
    ['migrate istio linkerd', 'Moving · Istio to Linkerd'],
    ['sources cilium mutual-tls', 'Cilium · Sources'],
    ['topics', 'Topics'],
    ['help', 'Help'],
    ['compare istio', 'Compare Istio with which mesh?'],
    ['what is the weather like today', 'Not covered'],
    ['estimate pods=500 nodes=20', 'Estimate · 500 pods on 20 nodes'],
    ['diagram linkerd', 'Linkerd'],
  ]
  it('shows every kind of card', async () => {
    const page = await desk.open('ada', { in: 'random' })
    for (const [command, title] of cards) {
      await say(page, `/mesh ${command}`)
      await message(page, title).last().waitFor()
    }
  })

  it('answers a mention in its thread, and what follows there', async () => {
    const page = await desk.open('ben')
    await say(page, '@Meshwise does linkerd support circuit breaking?')
    await message(page, 'does linkerd support circuit breaking?')
      .getByRole('button', { name: /1 reply/ })
      .click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('Linkerd · Circuit breaking').waitFor()
    const reply = thread.getByRole('textbox')
    for (const text of ['we already run istio in prod and it has been fine', 'and cilium?']) {
      await reply.fill(text)
      await reply.press('Enter')
    }
    await thread.getByText('Cilium · Circuit breaking').waitFor()
    expect(await thread.getByText('Istio · Circuit breaking').count()).toBe(0)
  })

  it('guides to a recommendation, and posts it once it is shared', async () => {
    const ada = await desk.open('ada', { in: 'mesh-decision' })
    const ben = await desk.open('ben', { in: 'mesh-decision' })
    await say(ada, '/mesh recommend')
    const wizard = ada.getByRole('dialog')
    await wizard.getByText('Where it would run').waitFor()
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.getByLabel('How many people would look after it?').fill('3')
    await wizard.getByLabel('How many pods?').fill('600')
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.getByRole('heading', { name: /3 of 4/ }).waitFor()
    await wizard.getByRole('button', { name: 'Back' }).click()
    await wizard.getByRole('heading', { name: /2 of 4/ }).waitFor()
    expect(await wizard.getByLabel('How many pods?').inputValue()).toBe('600')
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.getByRole('heading', { name: /3 of 4/ }).waitFor()
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.getByText('How it stands').waitFor()
    await wizard.getByRole('button', { name: 'Recommend' }).click()
    await wizard.waitFor({ state: 'detached' })
    const card = message(ada, 'Only visible to you').filter({ hasText: 'No mesh yet' })
    await card.waitFor()
    expect(await message(ben, 'No mesh yet').count()).toBe(0)
    await card.getByRole('button', { name: /^Share in channel/ }).click()
    await message(ben, 'Shared by ada').getByText('No mesh yet').first().waitFor()
  })

  it('tells a wrong size at its field, and estimates a right one', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh estimate')
    const modal = page.getByRole('dialog', { name: 'Estimate' })
    await modal.getByLabel('Pods', { exact: true }).fill('plenty')
    await modal.getByRole('button', { name: 'Estimate' }).click()
    await modal.getByRole('alert').first().waitFor()
    expect(await modal.getByLabel('Pods', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await modal.getByLabel('Pods', { exact: true }).fill('500')
    await modal.getByRole('button', { name: 'Estimate' }).click()
    await modal.waitFor({ state: 'detached' })
    await message(page, '500 pods').waitFor()
  })

  it('draws a diagram', async () => {
    const page = await desk.open('chiara')
    await say(page, '/mesh diagram istio ambient')
    const picture = message(page, 'ambient mode').getByRole('img', { name: /ztunnel/ })
    await picture.waitFor()
    const drawn = () => picture.evaluate((image) => ('naturalWidth' in image ? Number(image.naturalWidth) : 0))
    await expect.poll(drawn).toBeGreaterThan(500)
  })

  it('shows its Home to somebody who comes by its address, and answers its buttons in Messages', async () => {
    const page = await desk.open('chiara', { in: 'home' })
    await page.getByRole('heading', { name: 'How to ask' }).waitFor()
    await page.getByRole('button', { name: 'Does Cilium support circuit breaking?' }).click()
    await page.getByRole('tab', { name: 'Messages' }).click()
    await message(page, 'Cilium · Circuit breaking').waitFor()
    await page.getByRole('list', { name: 'Suggested prompts' }).getByRole('button').first().waitFor()
  })

  it('shows its Home again once the workspace began anew', async () => {
    const page = await desk.open('ben', { in: 'home' })
    await page.getByRole('heading', { name: 'How to ask' }).waitFor()
    await page.getByRole('button', { name: /^Start over/ }).click()
    await page.getByText('The workspace is as it was at the start.').waitFor()
    await page.getByRole('button', { name: 'Does Cilium support circuit breaking?' }).click()
    await page.getByRole('tab', { name: 'Messages' }).click()
    await message(page, 'Cilium · Circuit breaking').waitFor()
  })

  it.each([false, true])('has no axe violations, by night: %s', async (dark) => {
    const page = await desk.open('ben', { dark })
    await say(page, '/mesh compare istio linkerd')
    await message(page, 'Istio vs Linkerd').waitFor()
    await say(page, '/mesh diagram linkerd')
    await message(page, 'In words').getByRole('img').waitFor()
    const found = await violations(page)
    await say(page, '/mesh recommend')
    await page.getByRole('dialog').getByText('Where it would run').waitFor()
    found.push(...(await violations(page)))
    await page.keyboard.press('Escape')
    await page.getByRole('navigation').getByRole('button', { name: 'Meshwise' }).click()
    await page.getByRole('heading', { name: 'How to ask' }).waitFor()
    found.push(...(await violations(page)))
    expect(found).toEqual([])
  })
})
