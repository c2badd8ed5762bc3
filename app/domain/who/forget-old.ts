import { and, isNotNull, lt, or } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import { doneRequests, outbox, sessions, signInCodes } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'

const day = 86_400_000
/** 保存期限, in days: what has served its purpose is not kept (个人信息保护法 第十九条). */
export const kept = { codes: 1, forms: 30, sessions: 90, messages: 30 } as const

/** Deletes spent sign-in codes, form keys, ended sessions and messages that were sent. */
export const forgetOld = ({ transact }: Pick<Store, 'transact'>, wall: Clock) =>
  transact(async (tx) => {
    const before = (days: number) => new Date(wall.now().getTime() - days * day)
    await tx.delete(signInCodes).where(lt(signInCodes.createdAt, before(kept.codes)))
    await tx.delete(doneRequests).where(lt(doneRequests.at, before(kept.forms)))
    const over = before(kept.sessions)
    await tx.delete(sessions).where(or(lt(sessions.endedAt, over), lt(sessions.endsAt, over)))
    await tx.delete(outbox).where(and(isNotNull(outbox.sentAt), lt(outbox.sentAt, before(kept.messages))))
  })
