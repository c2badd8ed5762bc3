import { count, eq } from 'drizzle-orm'
import { parties, persons, places, seats } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { record } from '../journal.ts'
import { Refusal } from '../refusal.ts'

/** Begins an installation: the district, its platform and the first administrator, who seats everyone else. Once only. */
export const foundDistrict = (
  ctx: Context,
  input: { code: string; name: string; adminName: string; adminPhone: string; ground: string },
) =>
  ctx.transact(async (tx) => {
    const [admins] = await tx.select({ n: count() }).from(seats).where(eq(seats.role, 'system_admin'))
    if ((admins?.n ?? 0) > 0) throw new Refusal('conflict', 'already-founded')
    const createdAt = ctx.clock.now()
    const [place] = await tx
      .insert(places)
      .values({ level: 'district', code: input.code, name: input.name })
      .returning()
    const [party] = await tx
      .insert(parties)
      .values({ kind: 'oversight', name: input.name, placeId: place!.id, createdAt })
      .returning()
    const phone = {
      phoneHash: ctx.vault.keyed('phone', input.adminPhone),
      phoneSealed: ctx.vault.seal('phone', input.adminPhone),
      phoneTail: input.adminPhone.slice(-4),
    }
    const [person] = await tx
      .insert(persons)
      .values({ name: input.adminName, ...phone, createdAt })
      .returning()
    const seat = {
      personId: person!.id,
      role: 'system_admin' as const,
      partyId: party!.id,
      from: dateOf(createdAt),
      ground: input.ground,
      createdAt,
    }
    await tx.insert(seats).values(seat)
    await record(
      tx,
      ctx,
      'district.found',
      { subject: place!.id },
      { code: input.code, ground: input.ground },
    )
    return { personId: person!.id }
  })
