import { eq } from 'drizzle-orm'
import { appraisals, roundFiles } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** The file whose projects an advisory round asks about; null where its items are needs of ours. */
export async function fileOfRound(db: Reader, roundId: string) {
  const [found] = await db.select().from(roundFiles).where(eq(roundFiles.roundId, roundId))
  return found ?? null
}
export type FileOfRound = Awaited<ReturnType<typeof fileOfRound>>

/** In which money the amounts on a ballot stand, where it is another than ours. */
export async function foreignMoney(db: Reader, { id, level }: { id: string; level: 'L0' | 'L1' }) {
  if (level === 'L1') return null
  const currency = (await fileOfRound(db, id))?.currency ?? null
  return currency && !/^(cny|rmb)$/i.test(currency) ? currency : null
}

/** 来自文件: the items of such a round stand as the file has them; whoever wants others drafts from another file. */
export async function checkNotOfFile(db: Reader, roundId: string) {
  if (await fileOfRound(db, roundId)) throw new Refusal('conflict', 'round-of-a-file')
  if (await db.$count(appraisals, eq(appraisals.roundId, roundId)))
    throw new Refusal('conflict', 'round-of-an-appraisal')
}
