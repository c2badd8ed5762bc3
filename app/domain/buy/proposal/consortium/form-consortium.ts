import { eq, inArray } from 'drizzle-orm'
import { consortiumMembers, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { notify } from '../../../notify.ts'
import { Refusal } from '../../../refusal.ts'
import type { Consortium, Partner } from '../body.ts'
import { refuseUnseen } from '../draft.ts'
import { keepDraft, type Sitting, sitDown } from '../edit-proposal.ts'
import { whyMayNotPropose } from '../eligibility.ts'
import { findSupplier } from '../find-proposal.ts'
import { recordSealed } from '../sealed-journal.ts'
import { dropCopies } from './agreement-copy.ts'
import type { ConsortiumWords } from './forms.ts'
import { membersOf, sentStates, termsHash } from './terms.ts'

const mine = ({ was }: Sitting) => eq(consortiumMembers.proposalId, was.id)
const inviting = (memberId: string) => `/alliances/${memberId}`

/** 联合体各方都应当具备条件: whom the call does not admit alone, it does not admit as a party either. */
async function partnerOf(
  tx: Tx,
  ctx: Context,
  { call, supplier }: Sitting,
  { uscc, share, duty }: ConsortiumWords['partners'][number],
): Promise<Partner> {
  const [found] = await tx.select().from(parties).where(eq(parties.uscc, uscc))
  if (!found) throw new Refusal('invalid', 'party-unknown', { code: uscc })
  if (found.id === supplier.id) throw new Refusal('invalid', 'partner-is-the-lead')
  const why = whyMayNotPropose(call, await findSupplier(tx, found.id, dateOf(ctx.clock.now())))
  if (why) throw new Refusal('invalid', 'partner-not-admitted', { name: found.name, why: `refusal.${why}` })
  return { partyId: found.id, name: found.name, uscc, share, duty }
}

function refuseNone({ call, was }: Sitting) {
  if (!call.method.consortium) throw new Refusal('forbidden', 'no-consortium-on-this-route')
  if (sentStates.some((state) => state === was.state)) throw new Refusal('conflict', 'withdraw-first-allies')
}

/** Asks the parties of these terms; who is no longer one is let go, and a yes to other terms is void. */
async function invite(tx: Tx, ctx: Context, { call, supplier, was }: Sitting, terms: Consortium) {
  const ids = terms.partners.map((p) => p.partyId)
  const before = await membersOf(tx, was.id)
  const gone = before.filter((m) => !ids.includes(m.partyId)).map((m) => m.id)
  if (gone.length > 0) await tx.delete(consortiumMembers).where(inArray(consortiumMembers.id, gone))
  for (const [ordinal, partyId] of ids.entries()) {
    const known = before.find((m) => m.partyId === partyId)
    const [row] = known
      ? await tx
          .update(consortiumMembers)
          .set({ ordinal })
          .where(eq(consortiumMembers.id, known.id))
          .returning()
      : await tx
          .insert(consortiumMembers)
          .values({ proposalId: was.id, tenderId: call.id, partyId, ordinal })
          .returning()
    if (row!.termsHash === termsHash(supplier.id, terms)) continue
    await tx
      .update(consortiumMembers)
      .set({ consentedAt: null, consentedBy: null, termsHash: null, sitsIn: null })
      .where(eq(consortiumMembers.id, row!.id))
    const params = { body: supplier.name, tender: call.title }
    await notify(tx, ctx, { role: 'org_signer', partyId }, 'alliance-asks-you', inviting(row!.id), params)
  }
}

async function settle(tx: Tx, ctx: Context, sitting: Sitting, consortium: Consortium | null) {
  await keepDraft(tx, ctx, sitting.was, { ...sitting.body, consortium }, 'consortium')
  const subject = { subject: sitting.was.id, supplierId: sitting.was.supplierId }
  await recordSealed(tx, ctx, 'consortium.form', subject, { partners: consortium?.partners.length ?? 0 })
  return { id: sitting.call.id }
}

/** 组成联合体: the lead names the parties, their shares and their work; each is asked for its own word. */
export const formConsortium = (
  ctx: Context,
  { tenderId, share, duty, partners, seen }: ConsortiumWords & { tenderId: string },
) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    refuseNone(sitting)
    const named: Partner[] = []
    for (const typed of partners) named.push(await partnerOf(tx, ctx, sitting, typed))
    if (new Set(named.map((p) => p.partyId)).size < named.length)
      throw new Refusal('invalid', 'partner-twice')
    const agreement = sitting.body.consortium?.agreement ?? null
    const terms: Consortium = { share, duty, partners: named, agreement }
    refuseUnseen(sitting.body, { ...sitting.body, consortium: terms }, 'consortium', seen)
    await invite(tx, ctx, sitting, terms)
    return settle(tx, ctx, sitting, terms)
  })

/** 改为单独递交: the parties are free again. */
export const dissolveConsortium = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    refuseNone(sitting)
    await tx.delete(consortiumMembers).where(mine(sitting))
    await dropCopies(tx, ctx, sitting.was.id)
    return settle(tx, ctx, sitting, null)
  })

/** The signed agreement is one of the attachments; another one makes every earlier yes void. */
export async function agreeOn(tx: Tx, ctx: Context, sitting: Sitting, hash: string) {
  refuseNone(sitting)
  if (!sitting.body.consortium) throw new Refusal('conflict', 'no-consortium-yet')
  const consortium = { ...sitting.body.consortium, agreement: hash }
  await invite(tx, ctx, sitting, consortium)
  return { consortium }
}
