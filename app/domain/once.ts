import { eq } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import { doneRequests } from '#db/schema/index.ts'
import type { Transact } from '#db/store.ts'

/** Makes every command under one form key happen once for one actor: a repeat gets the first answer and changes nothing. */
export const once = (transact: Transact, clock: Clock, formKey: string, actorId: string | null): Transact => {
  const key = `${actorId ?? 'anyone'}:${formKey}`
  return (work) =>
    transact(async (tx) => {
      const [seen] = await tx.select().from(doneRequests).where(eq(doneRequests.key, key))
      if (seen) return seen.answer as never
      const answer = await work(tx)
      await tx.insert(doneRequests).values({ key, actorId, answer: answer ?? null, at: clock.now() })
      return answer
    })
}
