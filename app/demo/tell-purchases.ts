import { eq } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { inBatches } from './batch.ts'
import { type Script, scripts } from './scripts.ts'
import type { Story } from './story.ts'
import { beginBid, tellBids } from './tell-bids.ts'
import { tellAward, tellChallenge } from './tell-contracts.ts'
import { tellDelivery } from './tell-deliveries.ts'
import { evaluate, open, openAndQualify } from './tell-evaluations.ts'
import { tellFramework } from './tell-frameworks.ts'
import { tellMinor } from './tell-minor.ts'
import type { Needs } from './tell-needs.ts'
import { beginPurchase, type Purchase, tellOwnCatalogue } from './tell-plans.ts'

/** P11: one proposal is too few, nothing of it is opened; the plan is taken up to be written anew, its money free again. */
async function fails(story: Story, purchase: Purchase) {
  const { planId, of } = purchase
  await open(story, purchase)
  const was = await findPlan(story.store.db, planId)
  const { title, amount, methodId, lineId, from, to, goals, quantity, whoseDuty, whyNotDirect, lines } = was
  await editPlan(story.as(of('handler'), '2026-10-10 10:00'), {
    ...{ planId, title, amount, methodId, lineId, from, to, goals, whoseDuty, whyNotDirect, lines },
    quantity: `${quantity}；拆分为督导与宣传两部分后重新征询（拟）`,
    needIds: was.needs.map((n) => n.id),
    sensitive: false,
    individualReason: undefined,
    noEmployment: false,
    years: 1,
  })
}

/** The call that is open while the demonstration is shown: two questions wait, one bidder is at work. */
async function stayOpen(story: Story, purchase: Purchase) {
  const { tenderId } = purchase
  await askQuestion(story.sit('org_editor', 'ORG04', '2026-11-20 15:20'), {
    tenderId,
    words: '上门康复的训练器材由谁提供？损耗是否计入报价？',
  })
  await askQuestion(story.sit('org_editor', 'ORG02', '2026-11-21 20:10'), {
    tenderId,
    words: '28 名服务对象的名单何时移交？入户时社区是否派人陪同？',
  })
  await beginBid(story, purchase, 'ORG04', '2026-11-21')
}

async function tellPurchase(story: Story, purchase: Purchase) {
  const { script } = purchase
  if (script.route === 'FRAMEWORK_OPEN') return tellFramework(story, purchase)
  if (script.route === 'MINSHENG_MINOR') return tellMinor(story, purchase)
  if (!script.tender) return
  if (!script.opened) return stayOpen(story, purchase)
  await tellBids(story, purchase)
  if (script.id === 'P11') return fails(story, purchase)
  if (!script.evaluated) return openAndQualify(story, purchase)
  await evaluate(story, purchase)
  await tellAward(story, purchase)
  if (script.id === 'P09') return tellChallenge(story, purchase)
  await tellDelivery(story, purchase)
}

/** 活动异常名录: from the day the register says so, nobody on it may bid. */
const enterLists = (story: Story) =>
  story.store.transact(async (tx) => {
    for (const o of story.district.organisations)
      if (o.abnormalListedOn)
        await tx
          .update(parties)
          .set({ credit: 'abnormal_list', creditSince: o.abnormalListedOn, creditNote: o.creditNote })
          .where(eq(parties.id, o.id))
  })

/** P09 waits for the money that P11 gave back; all else went its own way. */
const after: Record<string, string> = { P09: 'P11' }

/** Every purchase this product can carry, by the file's number; side by side, as they were. */
export async function tellPurchases(story: Story, needs: Needs): Promise<Map<string, Purchase>> {
  await tellOwnCatalogue(story)
  const under = new Map<string, Promise<Purchase>>()
  const begin = async (script: Script) => {
    await under.get(after[script.id] ?? '')
    const purchase = await beginPurchase(story, needs, script)
    await tellPurchase(story, purchase)
    return purchase
  }
  const told = await inBatches(scripts, (script) => {
    const purchase = begin(script)
    under.set(script.id, purchase)
    return purchase
  })
  await enterLists(story)
  return new Map(told.map((purchase) => [purchase.script.id, purchase]))
}
