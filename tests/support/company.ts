import { parties } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import type { Town } from './world.ts'

export const potWords = {
  title: '防滑椅与扶手',
  purpose: '为二十户独居老人添置防滑椅和浴室扶手，超出合同内容的部分。',
  appeal: 'named',
} as const

/** A company of the town. */
export const company = (town: Pick<Town, 'transact' | 'clock'>) =>
  town.transact(async (tx) => {
    const enterprise = {
      id: 'ENT1',
      kind: 'enterprise' as const,
      name: '禾味餐饮管理有限公司',
      placeId: 'D1',
    }
    await tx.insert(parties).values({ ...enterprise, createdAt: town.clock.now() })
    return enterprise
  })
/** Whoever acts, signing for that company: a resident who holds its seat. */
export function companySeat(ctx: Context): Context {
  const seat = { id: 'seat-ent', role: 'org_signer' as const, partyId: 'ENT1' }
  return { ...ctx, actor: { personId: 'resident6', seat, seats: [seat], communityId: null } }
}
