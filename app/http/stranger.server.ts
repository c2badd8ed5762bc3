import type { Context } from '#domain/context.ts'
import { strangers } from '#domain/policy/strangers.ts'
import { Refusal } from '#domain/refusal.ts'

type Params = Record<string, string>
type Asked = {
  read: (ctx: Context, params: Params) => Promise<unknown>
  ctx: Context
  params: Params
  path: string
}

/** Rooms of bodies and persons: that something stands behind such an address is itself not told. */
const closedRooms = /^\/(desk|work|panel|care|cases|orders|alliances|sanctions|gifts|me)\//

const isStrange = (error: unknown) =>
  error instanceof Refusal && error.kind === 'forbidden' && strangers.has(error.reason)
/** Nothing is written by a question that is asked once more. */
const readingOnly = (ctx: Context): Context => ({
  ...ctx,
  transact: () => Promise.reject(new Refusal('forbidden', 'needs-another-seat')),
})

/** Whether another seat of the same person opens it: then he is told which change helps, not that nothing is there. */
async function opensOtherwise({ read, ctx, params }: Asked) {
  const { actor } = ctx
  for (const seat of [null, ...actor.seats])
    if (seat?.id !== actor.seat?.id) {
      const again = read({ ...readingOnly(ctx), actor: { ...actor, seat } }, params)
      const opens = await again.then(
        () => true,
        (error: unknown) => !isStrange(error) && !(error instanceof Refusal && error.kind === 'missing'),
      )
      if (opens) return true
    }
  return false
}

/** 威胁 18: who asks in a closed room for what is not his hears what he would hear of what is not there; who has not signed in is asked to. */
export async function forStrangers(asked: Asked, error: unknown): Promise<unknown> {
  const named = Object.keys(asked.params).length > 0 && closedRooms.test(asked.path)
  if (!named || !(error instanceof Refusal)) return error
  const strange = isStrange(error)
  if (!strange && error.kind !== 'missing') return error
  if (asked.ctx.actor.personId === null) return new Refusal('forbidden', 'sign-in-first')
  if (strange && (await opensOtherwise(asked))) return error
  return new Refusal('missing', 'nothing-here')
}
