import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notices, outbox, persons } from '#db/schema/index.ts'
import { notify } from '#domain/notify.ts'
import { chooseMessages } from '#domain/who/my-data.ts'
import { type Town, world } from '../../support/world.ts'

const phone = '13800138000'
async function withPhone(town: Town) {
  const mine = {
    phoneHash: town.vault.keyed('phone', phone),
    phoneSealed: town.vault.seal('phone', phone),
    phoneTail: '8000',
  }
  await town.transact(
    async (tx) => void (await tx.update(persons).set(mine).where(eq(persons.id, 'resident1'))),
  )
}
const tell = (town: Town) =>
  town.transact((tx) =>
    notify(tx, town.as('clerk'), { personId: 'resident1' }, 'seat-granted', '/me', { party: '机密的事' }),
  )

test('who asked for messages gets one beside the notice, and it does not say what about', async () => {
  const town = await world()
  await withPhone(town)
  await tell(town)
  expect(await town.db.select().from(outbox)).toEqual([])
  await chooseMessages(town.as('resident1'), { messages: 'on' })
  await tell(town)
  const [sent, ...more] = await town.db.select().from(outbox)
  expect(more).toEqual([])
  const words = town.vault.open('outbox', sent!.sealedBody)
  expect(words).toContain(phone)
  expect(words).not.toContain('机密的事')
  expect(JSON.stringify(sent)).not.toContain(phone)
  await chooseMessages(town.as('resident1'), { messages: 'off' })
  await tell(town)
  expect(await town.db.select().from(outbox)).toHaveLength(1)
  expect(await town.db.select().from(notices)).toHaveLength(3)
})

test('nobody chooses for another, and without a number nothing is sent', async () => {
  const town = await world()
  await expect(chooseMessages(town.as(null), { messages: 'on' })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  await chooseMessages(town.as('resident1'), { messages: 'on' })
  await tell(town)
  expect(await town.db.select().from(outbox)).toEqual([])
})
