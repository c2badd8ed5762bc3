import { type Browser, expect, type Locator, type Page } from '@playwright/test'

type Answers = Record<string, string | readonly string[]>

async function fillOne(scope: Locator, name: string, value: string) {
  const field = scope.locator(`[name="${name}"]`)
  if (await scope.locator(`select[name="${name}"]`).count()) {
    await field.selectOption(value)
    return
  }
  const choices = scope.locator(`:is(input[type=radio], input[type=checkbox])[name="${name}"]`)
  if (await choices.count())
    await scope
      .locator(`[name="${name}"][value=${JSON.stringify(value)}]`)
      .first()
      .check()
  else await field.first().fill(value)
}

/** Taking part as one of the demonstration's people, in a browser of his own; `form` names one of several on a page. */
export const takePart = (
  page: Page,
  town: string,
  arrived: (page: Page) => Promise<void> = async () => {},
) => {
  const scope = (form?: string) => page.locator(form ? `#form-${form}` : 'main')
  const open = async (path: string) => {
    const answer = await page.goto(town + path)
    expect(answer?.status(), `${path}: ${await page.title()}`).toBeLessThan(400)
    await arrived(page)
  }
  const fill = async (answers: Answers, form?: string) => {
    for (const [name, value] of Object.entries(answers))
      for (const one of [value].flat()) await fillOne(scope(form), name, one as string)
  }
  /** Presses a button and says what the page objects to when it does not move on. */
  const press = async (name: string | RegExp, form?: string) => {
    const was = page.url()
    await scope(form)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
    await page.waitForLoadState('load')
    const wrong = page.locator('.errors, .err')
    if (await wrong.count())
      throw new Error(`${name} at ${was}: ${(await wrong.allInnerTexts()).join(' | ')}`)
    const trouble = page.locator('.eyebrow', { hasText: /^(4|5)\d\d$/ })
    if (await trouble.count()) throw new Error(`${name} at ${was}: ${await page.locator('main').innerText()}`)
    await arrived(page)
  }
  const follow = async (name: string | RegExp) => {
    await page.locator('main').getByRole('link', { name }).first().click()
    await page.waitForLoadState('load')
  }
  const unfold = async (name: string | RegExp) =>
    page.locator('main summary', { hasText: name }).first().click()
  const path = () => new URL(page.url()).pathname
  return { page, open, fill, press, follow, unfold, path }
}
export type Part = ReturnType<typeof takePart>

/** A new browser in which the person is signed in by one tap; `null` for somebody who is nobody. */
export async function join(
  browser: Browser,
  town: string,
  personId: string | null,
  options: { javaScriptEnabled?: boolean; arrived?: (page: Page) => Promise<void> } = {},
): Promise<Part> {
  const { arrived, ...known } = options
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...known,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const part = takePart(page, town, arrived)
  if (personId === null) return part
  await page.goto(`${town}/sign-in`)
  const tap = page.locator(`button[name="personId"][value="${personId}"]`).first()
  const folded = tap.locator('xpath=ancestor::details[not(@open)]')
  if (await folded.count()) await folded.locator('summary').first().click()
  await tap.click()
  await page.waitForLoadState('load')
  expect(page.url()).toContain('/desk')
  return part
}
