import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contracts, journal, parties, printouts } from '#db/schema/index.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { issuePaper } from '#domain/open/papers/issue-paper.ts'
import { paperNow, verifyPaper } from '#domain/open/papers/verify-paper.ts'
import { running } from '#tests/support/contract.ts'
import { requested } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const missing = expect.objectContaining({ kind: 'missing' })

test('a paper is genuine as long as its record stands, says so once it changed, and a number nobody gave is unknown', async () => {
  const town = await world()
  const { id } = await running(town)
  const anybody = town.as(null)
  const of = { kind: 'contract', subject: id } as const
  expect((await paperNow(town.db, 'contract', id)).issuedAt).toBeNull()
  const { hash } = await issuePaper(anybody, of)
  expect(await issuePaper(town.as('auditor'), of)).toEqual({ hash })
  expect(await town.db.select().from(printouts)).toHaveLength(1)
  expect(await town.db.select().from(journal).where(eq(journal.action, 'printout.issue'))).toHaveLength(1)
  const genuine = await verifyPaper(anybody, hash)
  expect(genuine).toMatchObject({
    kind: 'contract',
    hash,
    stands: 'same',
    issuedAt: town.clock.now(),
    later: null,
  })
  expect(genuine!.matter).toMatchObject({ live: `/contracts/${id}` })
  expect(
    await verifyPaper(
      anybody,
      ` ${hash
        .slice(0, 16)
        .toUpperCase()
        .replace(/(.{4})/g, '$1-')} `,
    ),
  ).toEqual(genuine)
  for (const invented of ['0'.repeat(16), hash.slice(0, 15), `${hash}0`, 'f'.repeat(64), 'x', ''])
    expect(await verifyPaper(anybody, invented)).toBeNull()
  town.clock.set(new Date(town.clock.now().getTime() + 60_000))
  await town.transact((tx) => tx.update(parties).set({ name: '改了名的中心' }).where(eq(parties.id, 'ORG1')))
  expect(await verifyPaper(anybody, hash)).toMatchObject({ stands: 'changed', later: null })
  const again = await issuePaper(anybody, of)
  expect(again.hash).not.toBe(hash)
  expect(await verifyPaper(anybody, hash)).toMatchObject({ stands: 'changed', later: { hash: again.hash } })
  expect(await verifyPaper(anybody, again.hash)).toMatchObject({ stands: 'same' })
  await town.transact((tx) => tx.update(contracts).set({ publishedAt: null }).where(eq(contracts.id, id)))
  expect(await verifyPaper(anybody, hash)).toMatchObject({ stands: 'gone', matter: null })
  await expect(issuePaper(anybody, of)).rejects.toEqual(missing)
})

test('a paper of a private matter is told to be genuine, and nothing of it, but to whoever may read it', async () => {
  const town = await world()
  const { milestones } = await running(town)
  const { id } = await requested(town, milestones[0]!.id)
  const of = { kind: 'payment', subject: id } as const
  for (const who of [null, 'resident1', 'signer2'] as const)
    await expect(issuePaper(town.as(who), of)).rejects.toEqual(missing)
  expect(await town.db.$count(printouts)).toBe(0)
  const { hash } = await issuePaper(town.as('handler'), of)
  for (const who of [null, 'signer2'] as const) {
    const told = await verifyPaper(town.as(who), hash)
    expect(Object.keys(told!).sort()).toEqual(['hash', 'issuedAt', 'kind', 'later', 'matter', 'stands'])
    expect(told).toMatchObject({ kind: 'payment', stands: 'same', matter: null, later: null })
  }
  expect((await verifyPaper(town.as('finance'), hash))!.matter).toMatchObject({
    live: `/desk/payments/${id}`,
  })
  await checkPayment(town.as('handler'), { paymentId: id })
  town.clock.set(new Date(town.clock.now().getTime() + 60_000))
  await issuePaper(town.as('handler'), of)
  expect(await verifyPaper(town.as(null), hash)).toMatchObject({
    stands: 'changed',
    later: null,
    matter: null,
  })
  expect((await verifyPaper(town.as('finance'), hash))!.later).not.toBeNull()
})
