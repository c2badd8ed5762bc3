import type { Browser, Page, TestInfo } from '@playwright/test'
import type { Road } from '../road/road.ts'
import { join, type Part } from './people.ts'
import type { Town } from './town.ts'

/** The people of one journey, each in a browser of his own, its pictures and its passing of time. */
export function journeyIn(
  browser: Browser,
  town: Town,
  info: TestInfo,
  options: { javaScriptEnabled?: boolean; arrived?: (page: Page) => Promise<void> },
) {
  const opened = new Map<string, Part>()
  const as = async (personId: string | null) => {
    const known = opened.get(personId ?? 'nobody')
    if (known) return known
    const part = await join(browser, town.url, personId, options)
    opened.set(personId ?? 'nobody', part)
    return part
  }
  let shots = 0
  const shoot = async (part: Part, name: string) => {
    shots += 1
    const folder = info.file.split('/').at(-1)!.replace('.spec.ts', '')
    const file = `${String(shots).padStart(2, '0')}-${name}.png`
    await part.page.screenshot({
      path: `tests/e2e/shots/${folder}-${info.project.name}/${file}`,
      fullPage: true,
    })
  }
  const moveClock = async (to: string) => {
    const anyone = await as('U005')
    await anyone.open('/clock')
    await anyone.fill({ to })
    await anyone.press('往前拨')
  }
  return { as, shoot, moveClock } satisfies Road
}
