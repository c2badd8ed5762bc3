import { eq } from 'drizzle-orm'
import { lowPriceAsks, type panelSeats, proposals, tenderKeys } from '#db/schema/index.ts'
import { checkByBuyer } from '#domain/buy/evaluation/buyer-check.ts'
import { explainLowPrice } from '#domain/buy/evaluation/explain-low-price.ts'
import { voteLowPrice } from '#domain/buy/evaluation/qualify.ts'
import { confirmKeeper } from '#domain/buy/seal/confirm-keeper.ts'
import { keepersOf } from '#domain/buy/seal/find-keepers.ts'
import { lendShare } from '#domain/buy/seal/lend-share.ts'
import { nameKeepers } from '#domain/buy/seal/name-keepers.ts'
import { openPrices } from '#domain/buy/seal/open-prices.ts'
import { openSplit } from '#domain/buy/seal/open-split.ts'
import { signOpening } from '#domain/buy/seal/recheck-opening.ts'
import { tryKeys } from '#domain/buy/seal/try-keys.ts'
import type { ProjectTold } from './district.ts'
import type { Story } from './story.ts'
import type { Purchase } from './tell-plans.ts'
import { demoPassphrase } from './tell-trustees.ts'

type Call = { tenderId: string; of: Purchase['of']; told: ProjectTold }
/** The three of a call: the buyer's handler, the supervision member of the community that asked, the district's auditor. */
function threeOf(story: Story, { of, told }: Pick<Call, 'of' | 'told'>) {
  const need = story.district.needs.find((n) => n.id === told.needIds[0])!
  return {
    buyer: of('handler'),
    oversight: story.who('supervision_member', need.communityId),
    outside: story.district.users.find((u) => u.seats[0]?.role === 'auditor')!.id,
  }
}

/** 密钥仪式 of a call: three are named, each confirms under his own words, two of them open the test words. */
export async function keepCallKey(story: Story, { when, ...call }: Call & { when: string }) {
  const { tenderId, of } = call
  const three = threeOf(story, call)
  await nameKeepers(story.as(of('handler'), when), { tenderId, ...three })
  for (const personId of Object.values(three))
    await confirmKeeper(story.as(personId, when), { tenderId, passphrase: demoPassphrase(personId) })
  const keepers = await keepersOf(story.store.db, tenderId)
  const id = (personId: string) => keepers.find((k) => k.personId === personId)!.id
  await tryKeys(story.as(of('handler'), when), {
    tenderId,
    ...{ first: id(three.buyer), firstWords: demoPassphrase(three.buyer) },
    ...{ second: id(three.outside), secondWords: demoPassphrase(three.outside) },
  })
}

/** 两人交出份额: the auditor hands his in from afar, the handler joins it with his own; both sign what was read out. */
async function bySharesOf(story: Story, purchase: Purchase, when: string, open: typeof openSplit) {
  const { tenderId } = purchase
  const { buyer, outside } = threeOf(story, purchase)
  await lendShare(story.as(outside, when), { tenderId, passphrase: demoPassphrase(outside) })
  await open(story.as(buyer, when), { tenderId, passphrase: demoPassphrase(buyer) })
}

/** 开启; where quality is scored first no price is in it. */
export const openByTwo = (story: Story, purchase: Purchase, when: string) =>
  bySharesOf(story, purchase, when, openSplit)

/** 采购人资格审查: the buyer's officer holds each bidder to the listed conditions. */
export async function checkBidders(story: Story, { tenderId, of }: Purchase, when: string) {
  const came = await story.store.db.select().from(proposals).where(eq(proposals.tenderId, tenderId))
  const checks = came.map((p) => ({ proposalId: p.id, failed: [], words: undefined }))
  await checkByBuyer(story.as(of('handler'), when), { tenderId, checks })
}

const explained =
  '我中心有两处自有用房和一批志愿者，可以不计房租和人工，其余按成本报价，请评标委员会予以考虑。'
const unbelieved = '自有用房与志愿者不能代替合同要求的专职持证社工，说明没有附成本明细，不能证明报价合理。'
type Seats = ReadonlyArray<typeof panelSeats.$inferSelect>

/** 开启报价信封, then 异常低价审查: whoever bid very low is asked why, and the panel says whether it believes him. */
export async function openAndJudgePrices(story: Story, purchase: Purchase, seats: Seats, when: string) {
  const { tenderId } = purchase
  await bySharesOf(story, purchase, when, openPrices)
  await signRecords(story, purchase, when)
  const day = when.slice(0, 10)
  const { db } = story.store
  const asked = await db.select().from(lowPriceAsks).where(eq(lowPriceAsks.tenderId, tenderId))
  for (const { proposalId } of asked) {
    const [p] = await db.select().from(proposals).where(eq(proposals.id, proposalId))
    const signer = story.sit('org_signer', p!.supplierId, `${day} 17:00`)
    await explainLowPrice(signer, { tenderId, words: explained })
    for (const seat of seats) {
      const votes = [{ proposalId, passes: false, words: unbelieved }]
      await voteLowPrice(story.as(seat.personId, `${day} 17:30`), { tenderId, votes })
    }
  }
}

/** Both who opened sign the fingerprint of the last record. */
export async function signRecords(story: Story, purchase: Purchase, when: string) {
  const { tenderId } = purchase
  const { buyer, outside } = threeOf(story, purchase)
  const keys = await story.store.db.select().from(tenderKeys).where(eq(tenderKeys.tenderId, tenderId))
  const last = keys.find((k) => k.envelope !== 'quality')!
  if (!last.recordHash) return
  for (const personId of [buyer, outside])
    await signOpening(story.as(personId, when), { tenderId, hash: last.recordHash })
}
