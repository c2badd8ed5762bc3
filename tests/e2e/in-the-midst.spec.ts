import { expect, test } from '@playwright/test'
import { halls, surveys } from './midst/ask.ts'
import { asked, complaint, finals, low } from './midst/bid.ts'
import { calls, consortium } from './midst/buy.ts'
import { cared } from './midst/care.ts'
import { judged } from './midst/rate.ts'
import type { Tell } from './midst/stop.ts'
import { closedVote, openVote } from './midst/vote.ts'
import { bodies } from './midst/who.ts'
import { checkedWork, drafts, givers, underWay } from './midst/work.ts'
import { openEyes } from './support/axe.ts'
import { inTheMidst } from './support/behind.ts'
import { cookieOf, faultsIn, patternOf } from './support/crawl.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'axe brings its own script')
test.skip(process.env.EVERY_MODE !== '1', 'towns of their own take minutes: npm run prove')

const towns: Record<keyof typeof inTheMidst, Tell> = {
  ...{ surveys, halls, openVote, closedVote, calls, consortium, asked, low, finals, complaint },
  ...{ drafts, underWay, checkedWork, givers, cared, judged, bodies },
}

for (const [name, tell] of Object.entries(towns))
  test(`what stands open in the midst of an act is looked at: ${name}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const town = await startStaged(tell)
    const eyes = await openEyes(browser)
    const wrong: string[] = []
    try {
      const kinds = new Set(town.built.map(({ path }) => patternOf(path)))
      expect([...kinds].sort()).toEqual([...inTheMidst[name as keyof typeof inTheMidst]].sort())
      for (const { who, path, carries } of town.built) {
        const own = [await cookieOf(town.url, who), (await carries?.(town.url)) ?? '']
        const cookie = own.filter(Boolean).join('; ')
        const answer = await fetch(town.url + path, { headers: { Cookie: cookie }, redirect: 'manual' })
        const told = { who: who ?? 'nobody', path, pattern: patternOf(path), from: name }
        const faults = faultsIn({ ...told, status: answer.status, html: await answer.text() })
        wrong.push(...faults.map((fault) => `${told.who} at ${path}: ${fault}`))
        if (answer.status === 200) wrong.push(...(await eyes.look({ town: town.url, ...told, cookie })))
      }
    } finally {
      await eyes.close()
      await town.stop()
    }
    expect(wrong).toEqual([])
  })
