import type { Role } from '#db/vocabulary.ts'
import { type Actor, readsOf } from '../who/actor.ts'

/** 'anyone' needs no sign-in; 'person' is anybody signed in, acting as himself. */
export type Who = readonly Role[] | 'anyone' | 'person'

/** One row of the policy: which seats, at which body, and what bars even them. */
export type Row<S> = {
  by: Who
  /** The body the seat must be at; absent: any body. */
  at?: (subject: S) => string | null | undefined | ReadonlyArray<string | null | undefined>
  bars?: ReadonlyArray<Bar<S>>
  /** Only reads: whoever watches over that body reads it as its own. */
  watched?: true
}
/** A separation of duties: the key of the reason, and when it bites. */
export type Bar<S> = { key: string; when: (actor: Actor, subject: S) => boolean }
export type SubjectOf<R> = R extends Row<infer S> ? S : never

export const row = <S>(r: Row<S>): Row<S> => r

/** Not the person who did the earlier step. */
export const notWho = <S>(
  key: string,
  who: (s: S) => string | null | undefined | ReadonlyArray<string | null | undefined>,
): Bar<S> => ({
  key,
  when: (actor, s) => actor.personId !== null && [who(s)].flat().includes(actor.personId),
})
/** Nobody who holds any seat at that body. */
export const notSeatedAt = <S>(
  key: string,
  party: (s: S) => string | null | undefined | ReadonlyArray<string | null | undefined>,
): Bar<S> => ({
  key,
  when: (actor, s) => actor.seats.some((seat) => [party(s)].flat().includes(seat.partyId)),
})
/** Only the person himself. */
export const onlyWho = <S>(key: string, who: (s: S) => string | null | undefined): Bar<S> => ({
  key,
  when: (actor, s) => actor.personId === null || who(s) !== actor.personId,
})

/** True, or the key of the reason why not. */
export function answer<S>(actor: Actor, rule: Row<S>, subject: S): true | string {
  if (rule.by !== 'anyone' && actor.personId === null) return 'sign-in-first'
  if (typeof rule.by !== 'string') {
    if (!actor.seat || !rule.by.includes(actor.seat.role)) return 'needs-another-seat'
    const at = rule.at && [rule.at(subject)].flat()
    const bodies = rule.watched ? readsOf(actor) : [actor.seat.partyId]
    if (at && !bodies.some((body) => at.includes(body))) return 'not-your-body'
  }
  return rule.bars?.find((bar) => bar.when(actor, subject))?.key ?? true
}
