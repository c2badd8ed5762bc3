import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { sectorOf } from './contract-file.ts'
import { findContract } from './find-contract.ts'
import { contractPage } from './public-contract.ts'

/** 联动卡 before a sector's word: for those who are party to the contract, and for whoever is named on the card though he sits at no body of it. */
export async function linkagePage(ctx: Context, id: string) {
  const c = await findContract(ctx.db, id)
  const reads = may(ctx.actor, 'contract.read', c)
  const named = c.linkages.some((side) => may(ctx.actor, 'linkage.confirm', side))
  if (!reads && !named) authorize(ctx.actor, 'contract.read', c)
  const { title, card } = await contractPage(ctx.db, c)
  const open = c.publishedAt ? `/contracts/${id}` : null
  return {
    title,
    card,
    published: c.publishedAt !== null,
    sector: sectorOf(ctx, c),
    back: reads ? `/work/${id}` : open,
  }
}
