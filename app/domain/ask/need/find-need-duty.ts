import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { type Asked, dutyNamed } from '../suggestion/ask-duty.ts'
import { type Duty, dutiesOn, dutyById } from '../suggestion/find-duties.ts'
import type { Need } from './find-need.ts'

/** The columns of a need that say under which row of the responsibility list it is done. */
export async function dutyOfNeed(db: Reader, ctx: Context, code: string): Promise<Asked> {
  return (await dutyNamed(db, ctx, { dutyId: null, dutyOutside: false }, code)).typed
}

type Typed = Pick<Need, 'dutyId' | 'itemType'>
/** The row of a need as the list has it today; a row that ended since, as it was. */
export async function dutyToday(db: Reader, { dutyId }: Pick<Need, 'dutyId'>, today: string) {
  const was = await dutyById(db, dutyId)
  return (was && (await dutiesOn(db, today)).find(({ code }) => code === was.code)) ?? was
}

/** 政府职责: a government's own duty is no need of a community, but may be sent on (转介) to whose it is. */
export async function governmentDutyOf(db: Reader, need: Typed, today: string): Promise<Duty | null> {
  const duty = need.itemType === 'referral' ? null : await dutyToday(db, need, today)
  return duty?.kind === 'government' ? duty : null
}
