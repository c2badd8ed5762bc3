import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { answerInvitation, nameWorker } from '#domain/buy/proposal/team.ts'
import {
  confirmOrganisation,
  giveIntegrity,
  promiseIndicators,
  writeBudget,
  writePart,
} from '#domain/buy/proposal/write-sections.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { type Fen, split, yuan } from '#domain/money.ts'
import { personOf } from './base.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'
import type { Purchase } from './tell-plans.ts'

type Bid = { orgId: string; price: number }

/** Social workers of a body that employs none: one who practises alone. */
const alone = 'SW18'

/** Certified people a bidder names, its lead first. */
export function workersOf({ district }: Story, orgId: string): string[] {
  const own = district.socialWorkers.filter((w) => w.employerId === orgId || w.id === orgId).map((w) => w.id)
  return own.length > 0 ? own : [alone]
}

/** Who bid, at what price: by the file, or by the script where the file names none. */
export function bidsOf({ told, script }: Purchase): Bid[] {
  if (script.bids) return [...script.bids]
  const named = told.bids?.map((b) => ({ orgId: b.orgId, price: b.price ?? told.budget - 2_000 }))
  return named ?? (told.winnerId ? [{ orgId: told.winnerId, price: told.contractAmount ?? told.budget }] : [])
}

const sheet = (price: Fen) => {
  const kinds = [
    ['staff', '社工与服务人员', 58],
    ['activity', '活动与物料', 20],
    ['volunteer', '志愿者保险与补贴', 8],
    ['expert', '督导与专家', 6],
    ['management', '管理费', 8],
  ] as const
  const amounts = split(
    price,
    kinds.map(([, , percent]) => percent),
  )
  return kinds.map(([kind, label], i) => ({ kind, label, amount: amounts[i]! }))
}

async function nameTeam(story: Story, tenderId: string, orgId: string, on: string) {
  const editor = story.who('org_editor', orgId)
  for (const [i, worker] of workersOf(story, orgId).entries()) {
    const { certNo } = story.district.socialWorkers.find((w) => w.id === worker)!
    const person = personOf(story.district, worker)
    const { memberId } = await nameWorker(story.sit('org_editor', orgId, `${on} 11:00`), {
      tenderId,
      certNo,
      leads: i === 0,
    })
    if (person === editor) continue
    await answerInvitation(story.as(person, `${on} 19:30`), { memberId, says: 'yes' })
  }
}

async function write(story: Story, { tenderId, script, told }: Purchase, { orgId, price }: Bid, on: string) {
  const editor = story.sit('org_editor', orgId, `${on} 15:00`)
  const tender = await findTender(story.store.db, tenderId)
  await confirmOrganisation(editor, { tenderId, contact: '项目部，电话见机构登记' })
  for (const { code, kind, name } of tender.criteria)
    if (kind !== 'formula')
      await writePart(editor, {
        tenderId,
        code,
        words: `${name}：围绕“${script.goals}”，按${script.quantity}安排人员、场次与应急办法，每月向社区报告进展。`,
      })
  const total = yuan(price)
  await writeBudget(editor, { tenderId, price: total, lines: sheet(total) })
  const promised = tender.indicators.map(({ code, target }) => ({ code, value: target }))
  await promiseIndicators(editor, { tenderId, promised })
  await giveIntegrity(editor, { tenderId })
  return told.id
}

/** 响应: each bidder writes over some days, its social workers say yes, its signer sends it the day before the deadline. */
export async function tellBids(story: Story, purchase: Purchase) {
  const [, , published, deadline] = purchase.script.tender!
  const on = later(published.slice(0, 10), 2)
  const sent = `${later(deadline.slice(0, 10), -1)} 16:00`
  for (const bid of bidsOf(purchase)) {
    await nameTeam(story, purchase.tenderId, bid.orgId, on)
    await write(story, purchase, bid, later(on, 1))
    const signer = story.sit('org_signer', bid.orgId, sent)
    await submitProposal(signer, { tenderId: purchase.tenderId, keepDraft: false })
  }
}

/** A bidder still at it: the facts are confirmed, one part is written, a social worker has not answered yet. */
export async function beginBid(story: Story, { tenderId }: Purchase, orgId: string, on: string) {
  const editor = story.sit('org_editor', orgId, `${on} 15:00`)
  await confirmOrganisation(editor, { tenderId, contact: '项目部，电话见机构登记' })
  await writePart(editor, {
    tenderId,
    code: 'FIT',
    words: '康复训练由持证社工与治疗师共同制定计划，每户每周一次。',
  })
  const { certNo } = story.district.socialWorkers.find((w) => w.id === workersOf(story, orgId)[0])!
  await nameWorker(editor, { tenderId, certNo, leads: true })
}
