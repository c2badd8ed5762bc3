import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ocdsReleases } from '#db/schema/index.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

test('a release that was published is neither changed nor taken away, by whoever writes the database', async () => {
  const town = await world()
  await publishedTender(town)
  const before = await town.db.select().from(ocdsReleases)
  expect(before.length).toBeGreaterThan(0)
  const { ordinal } = before[0]!
  const changes = [
    () =>
      town.transact((tx) =>
        tx.update(ocdsReleases).set({ json: '{}' }).where(eq(ocdsReleases.ordinal, ordinal)),
      ),
    () => town.transact((tx) => tx.update(ocdsReleases).set({ at: new Date(0) })),
    () => town.transact((tx) => tx.delete(ocdsReleases).where(eq(ocdsReleases.ordinal, ordinal))),
    () => town.transact((tx) => tx.delete(ocdsReleases)),
  ]
  for (const change of changes) await expect(change()).rejects.toThrow()
  expect(await town.db.select().from(ocdsReleases)).toEqual(before)
})
