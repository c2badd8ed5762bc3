import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { parties, places } from '#db/schema/index.ts'
import { planPage, plansPage } from '#domain/buy/plan/plan-pages.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import type { Context } from '#domain/context.ts'
import type { Refusal } from '#domain/refusal.ts'
import { actorOf, findSession } from '#domain/who/session/find-session.ts'
import { demoSignIn } from '#domain/who/sign-in/demo-sign-in.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

/** Who acts, as a request learns it from the session. */
async function signedIn(town: Town, personId: string): Promise<Context> {
  const { token } = await demoSignIn(town.as(null), { personId, device: '', demo: true })
  const found = await findSession({ store: town.store, wall: town.clock, clock: town.clock }, token)
  return { ...town.as(null), actor: actorOf(found!) }
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason,
  )

test('the district’s auditor reads the file of a street’s plan, changes nothing in it, and reads no other district’s', async () => {
  const town = await world()
  const { id } = await approvedPlan(town)
  const auditor = await signedIn(town, 'auditor')
  expect(auditor.actor.seat?.watches).toContain('S1')
  expect((await plansPage(auditor)).plans.map(({ plan }) => plan.id)).toEqual([id])
  expect((await planPage(auditor, id)).plan.id).toBe(id)
  expect(await refused(submitPlan(auditor, { planId: id, opinion: '同意' }))).toBe('needs-another-seat')
  // The street belongs to another district from here on.
  await town.transact(async (tx) => {
    await tx
      .insert(places)
      .values({ id: 'D2', code: '990202', level: 'district', name: '邻区', nameEn: 'Next' })
    const [street] = await tx.select().from(parties).where(eq(parties.id, 'S1'))
    await tx.update(places).set({ parentId: 'D2' }).where(eq(places.id, street!.placeId!))
  })
  const elsewhere = await signedIn(town, 'auditor')
  expect(elsewhere.actor.seat?.watches).not.toContain('S1')
  expect((await plansPage(elsewhere)).plans).toEqual([])
  expect(await refused(planPage(elsewhere, id))).toBe('not-your-body')
  expect((await signedIn(town, 'handler')).actor.seat?.watches).toBeUndefined()
})
