import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { type Body, emptyBody, partsAsked } from '../body.ts'
import type { Call } from '../find-call.ts'
import { type Cabinet, cabinetOf } from './cabinet.ts'

/** A blank proposal with what the cabinet holds copied in: the record, the accounts, the standing texts. */
export async function freshBody(db: Reader, ctx: Context, partyId: string): Promise<Body> {
  const { experience, finance, texts } = await cabinetOf(db, ctx, partyId)
  return { ...emptyBody, experience, finance, texts }
}

/** What a form is filled with before its part is saved for the first time. */
export type Offer = Pick<Cabinet, 'contact' | 'bank' | 'lines' | 'team'> & { plan: Record<string, string> }

/** From the cabinet, for this call: texts go to the criterion of the same name. */
export const offerOf = (cabinet: Cabinet, call: Pick<Call, 'criteria'>): Offer => ({
  contact: cabinet.contact,
  bank: cabinet.bank,
  lines: cabinet.lines,
  team: cabinet.team,
  plan: Object.fromEntries(
    partsAsked(call.criteria).flatMap(({ code, name }) =>
      cabinet.plan[name] ? [[code, cabinet.plan[name]] as const] : [],
    ),
  ),
})
