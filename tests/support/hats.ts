import type { Context } from '#domain/context.ts'

/** Whoever it is acting in a seat of another's: he had both, one after the other. */
export function inSeatOf<Town extends { as: (key: string) => Context }>(
  town: Town,
  who: string,
  seat: string,
): Context {
  const ctx = town.as(seat)
  return { ...ctx, actor: { ...ctx.actor, personId: who } }
}
