import type { Reader } from '#db/store.ts'
import { OUTSIDE_LIST } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import type { Desk } from './duties-data.ts'
import { type Duty, dutyById, dutyOf } from './find-duties.ts'

export type Asked = { dutyId: string | null; dutyOutside: boolean }

/** Which desk of a community a seat answers from; a street's has none. */
export const deskOfRole: Readonly<Record<string, Desk>> = {
  committee_clerk: 'committee',
  committee_director: 'committee',
  station_clerk: 'station',
  grid_worker: 'grid',
}

/** 政府职责不落到社区: refused with its legal ground, so that it is given back and not taken on. */
export function refuseGovernment(...duties: ReadonlyArray<Duty | null>) {
  const duty = duties.find((one) => one?.kind === 'government')
  if (!duty) return
  const { title, ground } = duty
  throw new Refusal('conflict', 'government-duty-not-for-community', { title, ground })
}

/** The row named now, or the one the matter came by, and both as rows: naming another undoes no finding. */
export async function dutyNamed(db: Reader, ctx: Context, was: Asked, code: string | undefined) {
  const kept = await dutyById(db, was.dutyId)
  if (code === OUTSIDE_LIST) return { duties: [kept], typed: { dutyId: null, dutyOutside: true } }
  const duty = code ? await dutyOf(db, code, dateOf(ctx.clock.now())) : kept
  if (!duty && !was.dutyOutside) throw new Refusal('invalid', 'duty-unnamed')
  return { duties: [kept, duty], typed: { dutyId: duty?.id ?? null, dutyOutside: duty === null } }
}

/** Whether a row lets this desk do the matter itself; a government's duty only where the row names the desk. */
export function refuseNotOurs(duties: ReadonlyArray<Duty | null>, role: string) {
  const desk = deskOfRole[role]
  if (desk) refuseGovernment(...duties.filter((duty) => !duty?.desks.includes(desk)))
}
