import type { Browser, Page } from '@playwright/test'
import { openEyes } from './axe.ts'
import { patternOf } from './crawl.ts'

/** Kinds of page no link leads to: one stands there only in the midst of an act. The journey looks at each. */
export const behind = [
  '/ask/new/place',
  '/ask/new/words',
  '/ask/new/check',
  '/ask/sent/:refNo',
  '/survey/:code/thanks',
  '/desk/rounds/:roundId/edit',
  '/desk/rounds/:roundId/roll',
  '/desk/rounds/:roundId/slips',
  '/votes/:roundId/cast/choose',
  '/votes/:roundId/cast/check',
  '/votes/:roundId/cast/receipt',
  '/desk/tenders/:tenderId/edit',
  '/desk/tenders/:tenderId/criteria',
  '/desk/tenders/:tenderId/documents',
  '/desk/tenders/:tenderId/key',
  '/desk/tenders/:tenderId/share',
  '/desk/tenders/:tenderId/unseal',
  '/tenders/:tenderId/proposal/receipt',
  '/panel/:tenderId/differences',
  '/desk/acceptances/:acceptanceId/enter',
  '/desk/acceptances/:acceptanceId/sign',
  '/rate/:token',
] as const

/** Kinds of page that other journeys stand on, each looked at there. */
export const elsewhere = {
  'low-price-thrown-out': ['/panel/:tenderId/low-price'],
  'challenge-upheld-and-reranked': ['/desk/challenges/:challengeId'],
  'household-conflict': ['/desk/rounds/:roundId/claims', '/desk/rounds/:roundId/count'],
  'elder-without-a-phone': ['/kiosk', '/kiosk/vote', '/kiosk/check', '/kiosk/receipt'],
} as const

/** Kinds of page that stand open only in the midst of an act; towns told as far are looked at in `npm run prove`. */
export const inTheMidst = {
  surveys: [
    '/survey/:code/:at',
    '/desk/surveys/:id/sheets/:batchId',
    '/desk/surveys/:id/settle/:no',
    '/desk/templates/:id/questions/:question',
  ],
  halls: [
    '/desk/topics/:key',
    '/desk/meetings/:id/edit',
    '/desk/meetings/:id/attendance',
    '/desk/meetings/:id/minutes',
    '/desk/meetings/:id/steps/:stepId',
    '/meetings/:id/print',
    '/verify/:hash',
  ],
  openVote: [
    '/desk/rounds/:roundId/sign',
    '/desk/rounds/:roundId/share',
    '/desk/rounds/:roundId/paper/:batchId/print',
    '/desk/rounds/:roundId/assist/:entryId',
  ],
  closedVote: ['/desk/rounds/:roundId/letters', '/desk/rounds/:roundId/share'],
  calls: [
    '/desk/tenders/new',
    '/desk/minor-works/new',
    '/desk/frameworks/new',
    '/direct-notices/:planId',
    '/desk/tenders/:tenderId/review',
    '/tenders/:tenderId/document/:version',
    '/tenders/:tenderId/proposal/team/:memberId',
  ],
  consortium: ['/tenders/:tenderId/proposal/consortium', '/alliances/:memberId'],
  asked: [
    '/panel/:tenderId/ask/:proposalId',
    '/tenders/:tenderId/supplement',
    '/tenders/:tenderId/price-correction',
  ],
  low: ['/tenders/:tenderId/low-price'],
  finals: ['/panel/:tenderId/consultation', '/tenders/:tenderId/final', '/tenders/:tenderId/final/send'],
  complaint: ['/tenders/:tenderId/complaint/:challengeId'],
  drafts: [
    '/desk/handovers/:handoverId',
    '/desk/contracts/:contractId/edit',
    '/work/:contractId/linkage',
    '/work/:contractId/sign',
  ],
  underWay: [
    '/work/:contractId/joint-log',
    '/work/:contractId/changes/:changeId',
    '/work/:contractId/subcontracts/:subcontractId',
    '/here/:door',
    '/desk/bank/:lineId',
    '/desk/visits/papers/:checkId',
  ],
  checkedWork: [
    '/acceptances/:acceptanceId/opinion',
    '/rate/of/:contractId',
    '/desk/assessments/:assessmentId',
    '/panel/assessments/:assessmentId',
  ],
  givers: ['/checkout/:session'],
  cared: ['/care/:careId/assess', '/care/route', '/care/complaints/:complaintId'],
  judged: ['/desk/ranking/:id', '/desk/oversight/:id'],
  bodies: [
    '/desk/books/:bookId',
    '/desk/sanctions/:sanctionId',
    '/sanctions/:sanctionId',
    '/desk/confirmations/:seatId',
    '/desk/hours/accounts/:accountId',
    '/sign-in/code',
    '/open-data',
  ],
} as const

/** Looks once at each kind that is behind an act, whoever comes upon it first. */
export function lookBehind(browser: Browser, town: string, kinds: readonly string[] = behind) {
  const waiting = new Set<string>(kinds)
  const wrong: string[] = []
  let eyes: ReturnType<typeof openEyes> | undefined
  const arrived = async (page: Page) => {
    const { pathname, search } = new URL(page.url())
    if (!waiting.delete(patternOf(pathname))) return
    const cookies = await page.context().cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    eyes ??= openEyes(browser)
    const { look } = await eyes
    wrong.push(...(await look({ town, path: pathname + search, cookie, who: 'the journey' })))
  }
  return { arrived, wrong, missed: () => [...waiting] }
}
