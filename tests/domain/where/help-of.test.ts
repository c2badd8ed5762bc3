import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { places } from '#db/schema/index.ts'
import { helpOf } from '#domain/where/help-of.ts'
import { world } from '#tests/support/world.ts'

test('one is told to telephone his community, else its street, else the district', async () => {
  const town = await world()
  const { db, transact } = town.store
  const ring = (id: string, phone: string | null) =>
    transact((tx) => tx.update(places).set({ phone }).where(eq(places.id, id)))
  const helped = async (communityId: string | null, partyId: string | null) => {
    const help = await helpOf(db, communityId, partyId)
    return [help?.place.id, help?.phone, help?.where.id]
  }
  expect(await helped('C1', null)).toEqual(['C1', null, 'C1'])
  await ring('D1', '8612 0100')
  expect(await helped('C1', null)).toEqual(['C1', '8612 0100', 'D1'])
  await ring('S1', '8612 0201')
  expect(await helped('C1', null)).toEqual(['C1', '8612 0201', 'S1'])
  await ring('C1', '8612 0301')
  expect(await helped('C1', null)).toEqual(['C1', '8612 0301', 'C1'])
  expect(await helped(null, 'S1')).toEqual(['S1', '8612 0201', 'S1'])
  expect(await helped(null, 'ORG1')).toEqual(['D1', '8612 0100', 'D1'])
  expect(await helped(null, null)).toEqual(['D1', '8612 0100', 'D1'])
})
