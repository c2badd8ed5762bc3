import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSigned } from '#app/ports/vault.ts'
import { ballots, participations, rounds, supersededBallots } from '#db/schema/index.ts'
import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { isIncluded, pathOf, rootOf } from '#domain/ask/vote/inclusion.ts'
import { proofOf, readProof, receiptLine } from '#domain/ask/vote/proof.ts'
import { receiptOf } from '#domain/ask/vote/receipt.ts'
import { receiptWords } from '#domain/ask/vote/signed-words.ts'
import type { Refusal } from '#domain/refusal.ts'
import { onPaper } from '#tests/support/channels.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { castBy, closing, openRound, type ReadyRound, sealedRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
/** RFC 6962 §2.1 word for word, slow and plain: what the product's tree must agree with. */
const plainRoot = (leaves: readonly string[]): Buffer => {
  if (leaves.length === 0) return sha(Buffer.alloc(0))
  if (leaves.length === 1) return sha(Buffer.concat([Buffer.from([0]), Buffer.from(leaves[0]!, 'hex')]))
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return sha(
    Buffer.concat([Buffer.from([1]), plainRoot(leaves.slice(0, half)), plainRoot(leaves.slice(half))]),
  )
}
const leavesOf = (n: number) =>
  Array.from({ length: n }, (_, i) => sha(Buffer.from(`leaf ${i}`)).toString('hex'))

test('the root is that of RFC 6962, for any number of leaves', () => {
  for (let n = 0; n <= 70; n += 1) expect(rootOf(leavesOf(n))).toBe(plainRoot(leavesOf(n)).toString('hex'))
})

test('every leaf is proved, and nothing else is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.nat(), fc.nat(), (size, a, b) => {
      const leaves = leavesOf(size)
      const [index, other] = [a % size, b % size]
      const at = { index, size, path: pathOf(leaves, index) }
      const root = rootOf(leaves)
      expect(isIncluded(leaves[index]!, at, root)).toBe(true)
      if (other !== index) {
        expect(isIncluded(leaves[other]!, at, root)).toBe(false)
        expect(isIncluded(leaves[index]!, { ...at, index: other }, root)).toBe(false)
      }
      expect(isIncluded(leaves[index]!, at, rootOf(leavesOf(size + 1)))).toBe(false)
      const short = { ...at, path: at.path.slice(1) }
      if (at.path.length) expect(isIncluded(leaves[index]!, short, root)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

async function receiptFor(town: Town, round: ReadyRound, voter: number, choices: number[]) {
  const entryId = await castBy(town, round, voter, choices)
  const found = await receiptOf(town.db, entryId)
  const refNo = await refNoOf(town, round.id)
  return { entryId, leaf: found!.sealHash!, line: receiptLine(town, refNo, found!.sealHash!), refNo }
}
const refNoOf = async (town: Town, id: string) => {
  return (await town.db.select().from(rounds).where(eq(rounds.id, id)))[0]!.refNo
}
const look = (town: Town, round: ReadyRound, typed: string) =>
  proofOf(town.as(null), round.id, readProof(typed)!)

test('a receipt is signed, says which sealed ballot it is and nothing of what is on it', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 4 })
  const { line, leaf, refNo } = await receiptFor(town, round, 0, [1])
  const [, , , signature] = line.split(' ')
  expect(isSigned(town.vault.signingKey, receiptWords(refNo, leaf), signature!)).toBe(true)
  expect(isSigned(town.vault.signingKey, receiptWords(refNo, leaf.replace(/./, 'x')), signature!)).toBe(false)
  const again = await receiptFor(town, round, 1, [1])
  const other = await receiptFor(town, round, 2, [0, 2])
  for (const receipt of [line, again.line, other.line]) {
    expect(receipt).toHaveLength(line.length)
    for (const needId of round.needIds) expect(receipt).not.toContain(needId)
    expect(lessChance(receipt)).not.toMatch(/XQ|住户/)
  }
  expect(again.leaf).not.toBe(leaf)
})

test('a sealed ballot is found while voting lasts, and proved from the close on', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 8 })
  const receipts = []
  for (let voter = 0; voter < 7; voter += 1) receipts.push(await receiptFor(town, round, voter, [voter % 3]))
  expect(await look(town, round, receipts[3]!.line)).toMatchObject({ kind: 'open', genuine: true })
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  for (const { line, leaf } of receipts) {
    const found = await look(town, round, line)
    if (found.kind !== 'included') throw new Error(found.kind)
    expect(isIncluded(leaf, found, found.root)).toBe(true)
    expect(found).toMatchObject({ leaf, size: 7, genuine: true })
    expect(await look(town, round, leaf.slice(0, 12).toUpperCase())).toMatchObject({ kind: 'included', leaf })
  }
})

test('whoever voted again is told of the replaced ballot, and a spoiled sheet takes its ballot out', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 4 })
  const first = await receiptFor(town, round, 0, [0])
  const second = await receiptFor(town, round, 0, [1])
  const gone = await receiptFor(town, round, 1, [1])
  await onPaper(town, round, [{ voter: 1, voided: 'unreadable' }])
  const by = { channel: 'desk' as const, choices: [round.needIds[2]!] }
  await castFor(town.as('station'), { roundId: round.id, code: round.slips[0]!.code, ...by })
  for (const { line } of [first, second, gone])
    expect(await look(town, round, line)).toMatchObject({ kind: 'replaced', genuine: true })
  expect(await town.db.select().from(supersededBallots)).toHaveLength(3)
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  expect(await look(town, round, first.line)).toMatchObject({ kind: 'replaced' })
  const sealed = await town.db.select().from(ballots)
  const took = await town.db.select().from(participations)
  expect(sealed).toHaveLength(took.filter((p) => !p.spoiled).length)
})

test('a genuine receipt whose ballot is gone says so; a forged one, one of another round, and nonsense are told apart', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 4 })
  const { line, leaf, refNo } = await receiptFor(town, round, 0, [0])
  const forged = `${line.slice(0, -6)}AAAAAA`
  expect(await look(town, round, forged)).toMatchObject({ genuine: false })
  await town.transact((tx) => tx.delete(ballots).where(eq(ballots.sealHash, leaf)))
  expect(await look(town, round, line)).toEqual({ kind: 'missing', genuine: true })
  expect(await look(town, round, leaf)).toEqual({ kind: 'missing', genuine: null })
  const elsewhere = line.replace(refNo, 'XX-0000-0')
  expect(await refused(look(town, round, elsewhere))).toBe('receipt-of-another-round')
  for (const typed of ['', 'short', 'zz'.repeat(32), '０'.repeat(11)]) expect(readProof(typed)).toBeNull()
  const advisory = await sealedRound(town, {
    level: 'L0',
    costs: [10],
    opensOn: '2026-04-10',
    closesOn: '2026-04-12',
  })
  expect(await refused(look(town, advisory, leaf))).toBe('round-without-trustees')
})
