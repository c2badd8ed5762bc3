import { eq } from 'drizzle-orm'
import { parties, persons, places, seats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { record } from '../journal.ts'
import { Refusal } from '../refusal.ts'
import { handWord } from './sign-in/enrol.ts'

type First = { name: string; phone: string; role: 'system_admin' | 'security_auditor' }
type Founding = {
  code: string
  name: string
  admin: Omit<First, 'role'>
  auditor: Omit<First, 'role'>
  ground: string
}

/** Seats one of the first two, whom the founding itself confirms, and hands him the word for his key. */
async function seatFirst(tx: Tx, ctx: Context, first: First, partyId: string, ground: string) {
  const createdAt = ctx.clock.now()
  const phone = {
    phoneHash: ctx.vault.keyed('phone', first.phone),
    phoneSealed: ctx.vault.seal('phone', first.phone),
    phoneTail: first.phone.slice(-4),
  }
  const [person] = await tx
    .insert(persons)
    .values({ name: first.name, ...phone, createdAt })
    .returning({ id: persons.id })
  const personId = person!.id
  const seat = { personId, role: first.role, partyId, from: dateOf(createdAt), ground, createdAt }
  await tx.insert(seats).values({ ...seat, awaits: true, confirmedAt: createdAt })
  return { personId, word: await handWord(tx, ctx, personId) }
}

/** Begins an installation: the district, its platform, the first administrator, and who confirms what he grants. Once only. */
export const foundDistrict = (ctx: Context, { code, name, admin, auditor, ground }: Founding) =>
  ctx.transact(async (tx) => {
    if ((await tx.$count(seats, eq(seats.role, 'system_admin'))) > 0)
      throw new Refusal('conflict', 'already-founded')
    if (admin.phone === auditor.phone) throw new Refusal('invalid', 'two-persons')
    const [place] = await tx.insert(places).values({ level: 'district', code, name }).returning()
    const [party] = await tx
      .insert(parties)
      .values({ kind: 'oversight', name, placeId: place!.id, createdAt: ctx.clock.now() })
      .returning()
    const first = await seatFirst(tx, ctx, { ...admin, role: 'system_admin' }, party!.id, ground)
    const second = await seatFirst(tx, ctx, { ...auditor, role: 'security_auditor' }, party!.id, ground)
    await record(tx, ctx, 'district.found', { subject: place!.id }, { code, ground })
    return { admin: first, auditor: second }
  })
