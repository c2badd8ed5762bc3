import { eq, inArray } from 'drizzle-orm'
import { frameworks, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { findSettlement } from './find-settlement.ts'

/** Whose turn each state is. */
const turns = {
  claimed: 'settlement.check',
  checked: 'settlement.approve',
  approved: 'settlement.submit',
  submitted: 'settlement.confirm',
  bounced: 'settlement.correct',
} as const
type Open = keyof typeof turns

/** 订单月结: what waits for the handler, finance, whoever pays, and the provider whose account was wrong. */
export async function deskOfSettlement(db: Reader, ctx: Context): Promise<DeskItem[]> {
  if (!ctx.actor.seat || !may(ctx.actor, 'settlement.list', {})) return []
  const rows = await db
    .select({ claim: settlements, title: frameworks.title })
    .from(settlements)
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .where(inArray(settlements.state, Object.keys(turns) as Open[]))
  const items: DeskItem[] = []
  for (const { claim, title } of rows) {
    const act = turns[claim.state as Open]
    if (!may(ctx.actor, act, await findSettlement(db, claim.id))) continue
    const about = { key: act, matter: title, amount: claim.amount, since: claim.claimedAt, due: null }
    items.push({ ...about, chapter: 'deliver', kind: 'act', link: `/desk/settlements/${claim.id}` })
  }
  return items
}
