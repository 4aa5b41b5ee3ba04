import { describe, expect, it } from 'vitest'
import { noBrowser } from './chromium.ts'
import { composer, message, say, startMeshwiseDesk, violations } from './desk.ts'
import { useDesk } from './use-desk.ts'

describe.skipIf(noBrowser)('the first look at the playground', { timeout: 60_000 }, () => {
  const desk = useDesk(startMeshwiseDesk)

  it('offers four things to press, and one can type at once', async () => {
    const page = await desk.open('ada', { in: 'mesh-decision' })
    await expect.poll(() => composer(page).evaluate((field) => field.matches(':focus'))).toBe(true)
    const strip = page.getByRole('region', { name: 'Try it' })
    expect(await strip.locator('.prompt').allTextContents()).toHaveLength(4)
    await strip.getByRole('button', { name: 'Compare Istio and Linkerd' }).click()
    await message(page, 'Istio vs Linkerd').waitFor()
    await strip.getByRole('button', { name: 'Answer Ada’s message' }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByText(/Linkerd fits best/).waitFor()
    await thread.getByText('People who look after it: 3').first().waitFor()
    expect(await violations(page)).toEqual([])
    await strip.getByRole('button', { name: 'Close what to try' }).click()
    await page.reload()
    await composer(page).waitFor()
    expect(await strip.count()).toBe(0)
  })

  it('marks what was said elsewhere until it is looked at', async () => {
    const ada = await desk.open('ada', { in: 'mesh-decision' })
    const ben = await desk.open('ben', { in: 'platform' })
    await say(ben, 'the build is green again')
    const marked = ada.getByRole('button', { name: /platform new/ })
    await marked.click()
    await message(ada, 'the build is green again').waitFor()
    await marked.waitFor({ state: 'detached' })
  })

  it('leads past the channels to the field, and back to it from a modal', async () => {
    const page = await desk.open('ada', { in: 'random' })
    await page.getByRole('link', { name: 'Skip to the message field' }).focus()
    await page.keyboard.press('Enter')
    const isFocused = () => composer(page).evaluate((field) => field.matches(':focus'))
    await expect.poll(isFocused).toBe(true)
    await say(page, '/mesh recommend')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(isFocused).toBe(true)
  })

  it('shows the answer of a command that is replayed', async () => {
    const page = await desk.open('ada', { in: 'random' })
    await say(page, '/mesh topics')
    const answers = page.getByRole('main').getByRole('article').filter({ hasText: 'I know 4 meshes' })
    await answers.first().waitFor()
    await page.getByRole('button', { name: 'Inspector' }).click()
    await page
      .getByRole('button', { name: /slash_command/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Replay' }).click()
    await expect.poll(() => answers.count()).toBe(2)
  })

  it('has no axe violations in the dark, and brings its own mark for machines without a font of emoji', async () => {
    const page = await desk.open('ada', { in: 'mesh-decision', dark: true })
    await message(page, 'does linkerd do rate limiting?').waitFor()
    expect(await violations(page)).toEqual([])
    await say(page, '/mesh compare istio linkerd on mutual-tls')
    await message(page, 'Istio vs Linkerd').getByText('✅').first().waitFor()
    const isLoaded = () => page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')")
    await expect.poll(isLoaded).toBe(true)
  })

  it('shows diagrams dark on a dark page', async () => {
    const page = await desk.open('chiara', { in: 'random', dark: true })
    await say(page, '/mesh diagram linkerd')
    const picture = message(page, 'Linkerd').locator('.image-block img')
    await picture.waitFor()
    expect(await page.evaluate('getComputedStyle(document.querySelector(".image-block img")).filter')).toContain(
      'invert',
    )
  })
})
