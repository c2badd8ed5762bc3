import { eq } from 'drizzle-orm'
import { fundraisingCertificates, parties } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Certificate } from './forms.ts'

/** 公开募捐资格: the civil affairs office enters the certificate of a body (慈善法 第二十二条). */
export const certifyFundraiser = (ctx: Context, { partyId, no, from, to }: Certificate) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'fundraiser.certify', {})
    if (to < from) throw new Refusal('invalid', 'certificate-ends-early')
    const [party] = await tx.select().from(parties).where(eq(parties.id, partyId))
    if (party?.kind !== 'organisation') throw new Refusal('invalid', 'not-an-organisation')
    const made = await tx
      .insert(fundraisingCertificates)
      .values({ partyId, no, from, to, enteredBy: ctx.actor.personId!, at: ctx.clock.now() })
      .onConflictDoNothing()
      .returning({ id: fundraisingCertificates.id })
    if (made.length === 0) throw new Refusal('conflict', 'certificate-known')
    await record(tx, ctx, 'fundraiser.certify', { subject: partyId }, { no, to })
    return made[0]!
  })
