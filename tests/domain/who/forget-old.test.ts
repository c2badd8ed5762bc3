import { expect, test } from 'vitest'
import { doneRequests, outbox, persons, sessions, signInCodes } from '#db/schema/index.ts'
import { forgetOld } from '#domain/who/forget-old.ts'
import { type Town, world } from '../../support/world.ts'

const day = 86_400_000
const left = async (town: Town) => ({
  codes: (await town.db.select().from(signInCodes)).map((row) => row.id).sort(),
  forms: (await town.db.select().from(doneRequests)).map((row) => row.key).sort(),
  sessions: (await town.db.select().from(sessions)).map((row) => row.id).sort(),
  messages: (await town.db.select().from(outbox)).map((row) => row.id).sort(),
})

test('what has served its purpose is forgotten in its time, to the second, and nothing before', async () => {
  const town = await world()
  const now = town.clock.now().getTime()
  const ago = (days: number, seconds: number) => new Date(now - days * day - seconds * 1_000)
  const code = { phoneHash: 'p', address: 'a', codeHash: 'c', expiresAt: ago(1, 0) }
  const session = { personId: 'clerk', strength: 'code', createdAt: ago(99, 0), seenAt: ago(99, 0) }
  const message = { channel: 'sms', recipient: 'p', sealedBody: 's', createdAt: ago(99, 0) }
  await town.transact(async (tx) => {
    await tx.insert(signInCodes).values([
      { ...code, id: 'old', createdAt: ago(1, 1) },
      { ...code, id: 'new', createdAt: ago(1, 0) },
    ])
    await tx.insert(doneRequests).values([
      { key: 'old', at: ago(30, 1) },
      { key: 'new', at: ago(30, 0) },
    ])
    await tx.insert(sessions).values([
      { ...session, id: 'ended', endsAt: new Date(now + day), endedAt: ago(90, 1) },
      { ...session, id: 'expired', endsAt: ago(90, 1) },
      { ...session, id: 'just-ended', endsAt: new Date(now + day), endedAt: ago(90, 0) },
      { ...session, id: 'running', endsAt: new Date(now + day) },
    ])
    await tx.insert(outbox).values([
      { ...message, id: 'sent', sentAt: ago(30, 1) },
      { ...message, id: 'just-sent', sentAt: ago(30, 0) },
      { ...message, id: 'never-sent' },
    ])
  })
  const people = await town.db.$count(persons)
  await forgetOld(town.store, town.clock)
  expect(await left(town)).toEqual({
    codes: ['new'],
    forms: ['new'],
    sessions: ['just-ended', 'running'],
    messages: ['just-sent', 'never-sent'],
  })
  expect(await town.db.$count(persons)).toBe(people)
})
