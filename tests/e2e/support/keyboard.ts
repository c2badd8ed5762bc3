import { expect, type Page } from '@playwright/test'

/** What has the focus: what it is called, and whether one can see that it has it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return null
    const labels = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.labels : null
    const words = [one.getAttribute('aria-label'), labels?.[0]?.textContent, one.textContent]
    const look = getComputedStyle(one)
    const box = one.getBoundingClientRect()
    return {
      name: (words.find((word) => word?.trim()) ?? '').trim(),
      inMain: one.closest('main') !== null,
      shown: look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 2 && box.height > 0,
    }
  })

/** One who has no mouse: reads from the skip link on, and acts with Enter, Space and letters. */
export const byKeyboard = (page: Page) => {
  /** A fragment is gone to a moment after its page is there; only then does the next Tab start from it. */
  const arrived = () =>
    expect
      .poll(() => page.evaluate(() => scrollY > 0 || document.documentElement.scrollHeight <= innerHeight))
      .toBe(true)
  /** Past the frame by the skip link, so that the next Tab is within the page's own words; a redirect keeps one there. */
  const skip = async () => {
    if (new URL(page.url()).hash === '#main') return arrived()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('class'), page.url()).toContain('skip')
    await page.keyboard.press('Enter')
  }
  /** Tabs forward to what is called so; nothing on the way may hide its focus or leave the page's words. */
  const to = async (name: string | RegExp) => {
    const passed: string[] = []
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab')
      const at = await focus(page)
      if (!at?.inMain) break
      expect(at.shown, `the focus is seen on “${at.name}” at ${page.url()}`).toBe(true)
      if (typeof name === 'string' ? at.name.startsWith(name) : name.test(at.name)) return
      passed.push(at.name.slice(0, 12))
    }
    throw new Error(`no Tab leads to ${name} at ${page.url()}; passed ${passed.join(' · ')}`)
  }
  const press = async (key: 'Enter' | 'Space') => {
    await page.keyboard.press(key)
    await page.waitForLoadState('load')
  }
  const follow = async (name: string | RegExp) => {
    const was = page.url()
    await to(name)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href !== was)
    await page.waitForLoadState('load')
  }
  return { skip, to, press, follow, type: (words: string) => page.keyboard.type(words) }
}
