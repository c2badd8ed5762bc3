import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { joinedKey, printedShare, readShare } from '#app/ports/trustee-keys.ts'
import {
  journal,
  notices,
  proposals,
  sealLeaves,
  seats,
  tenderKeepers,
  tenderShares,
  tenders,
} from '#db/schema/index.ts'
import { ownFeedback } from '#domain/buy/award/own-feedback.ts'
import { readFeedback } from '#domain/buy/award/result.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { trailOfEvaluation } from '#domain/buy/evaluation/trail.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'
import { boundTo } from '#domain/buy/proposal/find-proposal.ts'
import { submitProposal, withdrawProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { confirmKeeper } from '#domain/buy/seal/confirm-keeper.ts'
import { deskOfSeal } from '#domain/buy/seal/desk.ts'
import { keepersOf, keysOf, sharesOf } from '#domain/buy/seal/find-keepers.ts'
import { printShare, proveShare, reportLost } from '#domain/buy/seal/keep-share.ts'
import { leafOf } from '#domain/buy/seal/leaf.ts'
import { lendShare } from '#domain/buy/seal/lend-share.ts'
import { nameKeepers } from '#domain/buy/seal/name-keepers.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import type { OpeningRecord } from '#domain/buy/seal/opening-record.ts'
import { publicSeal, readKeyDesk, readShareDesk } from '#domain/buy/seal/read-keepers.ts'
import { readRecords, readUnseal } from '#domain/buy/seal/read-unseal.ts'
import { recheckOpening, signOpening } from '#domain/buy/seal/recheck-opening.ts'
import { tryKeys } from '#domain/buy/seal/try-keys.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import type { Refusal } from '#domain/refusal.ts'
import { afterDeadline, draftedProposal, proposalBy, sentProposal } from '#tests/support/proposal.ts'
import {
  type KeeperKey,
  keeperWords,
  keysReady,
  openByShares,
  sharesOfTwo,
  splitTender,
  three,
} from '#tests/support/seal.ts'
import { draftedTender, passReview } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )
const confirm = (town: Town, tenderId: string, who: KeeperKey) =>
  confirmKeeper(town.as(who), { tenderId, passphrase: keeperWords[who] })
const recordOf = async (town: Town, tenderId: string) => {
  const [key] = await keysOf(town.db, tenderId)
  return JSON.parse(key!.record!) as OpeningRecord
}
const change = (town: Town, id: string, set: Partial<typeof proposals.$inferInsert>) =>
  town.transact((tx) => tx.update(proposals).set(set).where(eq(proposals.id, id)))
const flipped = (sealed: string, at: number) => {
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[at]! ^= 1
  return bytes.toString('base64url')
}

test('a call whose key is split is published only with three keepers, a key, and a trial; then they are fixed', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town, { words: { sealMode: 'split' } })
  await submitTender(town.as('handler'), { tenderId })
  await passReview(town.as('approver'), tenderId)
  const publish = () => refused(publishTender(town.as('approver'), { tenderId }))
  const name = (named: object, who = 'handler') =>
    refused(nameKeepers(town.as(who), { tenderId, ...three, ...named }))
  expect(await publish()).toBe('call-key-not-made')
  expect(await name({}, 'approver')).toBe('needs-another-seat')
  expect(await name({}, 'dHandler')).toBe('not-your-body')
  expect(await name({ oversight: 'handler' })).toBe('keeper-not-eligible')
  expect(await name({ outside: 'expert1' })).toBe('keeper-not-eligible')
  // A seat that ends before the opening, or that nobody has confirmed yet, keeps no share; a term that lasts does.
  const seat = (set: object) =>
    town.transact((tx) => tx.update(seats).set(set).where(eq(seats.personId, three.oversight)))
  await seat({ to: '2026-03-05' })
  expect(await name({})).toBe('keeper-not-eligible')
  await seat({ to: null, awaits: true })
  expect(await name({})).toBe('keeper-not-eligible')
  await seat({ to: '2028-12-31', awaits: false })
  expect(await name({})).toBe('not refused')
  expect((await deskOfSeal(town.db, town.as('auditor'))).map((i) => i.key)).toEqual(['keeper.confirm'])
  expect(await refused(confirmKeeper(town.as('finance'), { tenderId, passphrase: 'x' }))).toBe(
    'not-a-keeper-here',
  )
  expect(await refused(confirmKeeper(town.as('expert1'), { tenderId, passphrase: 'x' }))).toBe(
    'needs-another-seat',
  )
  await confirm(town, tenderId, 'handler')
  await confirm(town, tenderId, 'supervisor')
  expect(await keysOf(town.db, tenderId)).toEqual([])
  await confirm(town, tenderId, 'auditor')
  expect(await refused(confirm(town, tenderId, 'auditor'))).toBe('key-already-made')
  expect(await publish()).toBe('call-key-not-tried')
  const keys = await sharesOfTwo(town, tenderId)
  const attempt = (more: object, who = 'handler') =>
    refused(tryKeys(town.as(who), { tenderId, ...keys, ...more }))
  expect(await attempt({}, 'auditor')).toBe('needs-another-seat')
  expect(await attempt({ firstWords: 'not the passphrase' })).toBe('passphrase-wrong')
  expect(await attempt({ second: keys.first })).toBe('trustees-two-different')
  expect(await attempt({})).toBe('not refused')
  const before = await keysOf(town.db, tenderId)
  expect(await name({ buyer: 'finance' })).toBe('not refused')
  expect(await keysOf(town.db, tenderId)).toEqual([])
  await keysReady(town, tenderId)
  expect((await keysOf(town.db, tenderId))[0]!.publicKey).not.toBe(before[0]!.publicKey)
  expect(await publish()).toBe('not refused')
  expect(await name({})).toBe('seal-fixed')
  const [tender] = await town.db.select().from(tenders).where(eq(tenders.id, tenderId))
  expect(tender).toMatchObject({ keyWrapped: null, sealMode: 'split' })
  const page = await readKeyDesk(town.as('approver'), tenderId)
  expect(JSON.stringify(page)).not.toMatch(/keyLocked|shareSealed|publicKey/)
  expect(await refused(readKeyDesk(town.as('signer1'), tenderId))).toBe('needs-another-seat')
})

test('with the database, the files and the server’s secret but one share, nothing opens', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  const secrets: string[] = []
  for (const n of [1, 2, 3])
    await sentProposal(town, tender, n, { plan: `只有第 ${n} 家知道的一段话，写得很长。` })
  const one = await proposalBy(town, tenderId, 'ORG1')
  expect(one).toMatchObject({ draftSealed: null, sealedIn: 'server', body: null, price: null })
  const keepers = await keepersOf(town.db, tenderId)
  const auditor = keepers.find((k) => k.personId === 'auditor')!
  const { shares } = await printShare(town.as('auditor'), { tenderId, passphrase: keeperWords.auditor })
  const share = readShare(shares[0]!.share)!
  const [key] = await keysOf(town.db, tenderId)
  // Everything that lies on the server, tried as a key, as a share beside his, and with the server's own vault.
  for (const keeper of keepers)
    for (const { shareSealed } of await sharesOf(town.db, keeper.id)) {
      secrets.push(shareSealed, keeper.keyLocked!)
      for (const bound of [boundTo(one), `tender:${tenderId}:${keeper.personId}:whole`])
        expect(town.vault.readableWith(keeper.keyLocked!, shareSealed, bound)).toBeNull()
      for (const other of [shareSealed, keeper.keyLocked!])
        expect(
          await joinedKey([share, Buffer.from(other, 'base64url').subarray(-33)], key!.publicKey),
        ).toBeNull()
    }
  expect(await joinedKey([share, share], key!.publicKey)).toBeNull()
  expect(town.vault.opener(share.subarray(0, 32))(one.sealed!, boundTo(one))).toBeNull()
  expect(town.vault.readable('key', one.sealed!)).toBeNull()
  town.clock.set(afterDeadline(tender))
  const own = { tenderId, passphrase: keeperWords.auditor }
  expect(await refused(openDue(town.as('auditor'), own))).toBe('no-share-lent')
  const twice = { first: auditor.id, second: auditor.id, firstWords: 'x', secondWords: 'y' }
  expect(await refused(openDue(town.as('auditor'), { tenderId, ...twice }))).toBe('trustees-two-different')
  expect(await refused(openTender(town.as('handler'), { tenderId }))).toBe('opening-needs-shares')
  expect(await refused(witnessOpening(town.as('supervisor'), { tenderId }))).toBe('opening-needs-shares')
  expect((await proposalBy(town, tenderId, 'ORG1')).body).toBeNull()
  expect(secrets).toHaveLength(6)
})

test('two shares open everything in the order of the fingerprints; once more, and the record is the same to the letter', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n)
  const keys = await sharesOfTwo(town, tenderId, ['supervisor', 'auditor'])
  const open = (who: string) => refused(openDue(town.as(who), { tenderId, ...keys }))
  expect(await open('supervisor')).toBe('opening-too-early')
  expect((await readUnseal(town.as('supervisor'), tenderId)).due).toBeNull()
  town.clock.set(tender.deadline)
  expect(await open('handler')).toBe('not-a-keeper-here')
  expect(await open('finance')).toBe('not-a-keeper-here')
  expect(await open('signer1')).toBe('needs-another-seat')
  expect((await deskOfSeal(town.db, town.as('auditor'))).map((i) => i.key)).toEqual(['keeper.open'])
  expect(await open('supervisor')).toBe('not refused')
  expect(await open('supervisor')).toBe('not-in-this-state')
  expect((await trailOfEvaluation(town.db, tender.planId)).map((e) => [e.key, e.params])).toContainEqual([
    'tender.open',
    { n: 3 },
  ])
  const record = await recordOf(town, tenderId)
  expect(record.rows.map((r) => [r.seal, r.name]).sort()).toEqual(
    ['夕照居家养老服务中心', '小禾苗儿童成长服务中心', '暖邻社会工作服务中心']
      .sort()
      .map((n) => ['whole', n]),
  )
  expect(record.rows.map((r) => r.leaf)).toEqual([...record.rows.map((r) => r.leaf)].sort())
  expect(record.keepers.map((k) => k.kind)).toEqual(['oversight', 'outside'])
  const [made] = await keysOf(town.db, tenderId)
  const sign = (who: string, hash = made!.recordHash!) =>
    refused(signOpening(town.as(who), { tenderId, hash }))
  expect(await sign('handler')).toBe('not-opened-yet')
  expect(await sign('auditor', 'f'.repeat(64))).toBe('record-is-another')
  expect([await sign('auditor'), await sign('supervisor'), await sign('auditor')]).toEqual([
    'not refused',
    'not refused',
    'already-signed',
  ])
  const again = await sharesOfTwo(town, tenderId, ['handler', 'auditor'])
  const recheck = () => refused(recheckOpening(town.as('handler'), { tenderId, envelope: 'whole', ...again }))
  town.clock.pass(3_600_000)
  expect(await recheck()).toBe('not refused')
  const [after] = await keysOf(town.db, tenderId)
  expect(after).toMatchObject({ recordHash: made!.recordHash, recheckedAt: town.clock.now() })
  const one = await proposalBy(town, tenderId, 'ORG1')
  await change(town, one.id, { sealed: flipped(one.sealed!, 200) })
  expect(await recheck()).toBe('record-differs')
  const shown = await readRecords(town.db, tenderId)
  expect(shown.signed.filter((s) => s.signedAt)).toHaveLength(2)
})

test('a touched, exchanged or replayed proposal is named and put aside; the others are opened', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n, { keepDraft: true })
  const first = await proposalBy(town, tenderId, 'ORG4').catch(() => null)
  expect(first).toBeUndefined()
  const [a, b] = [await proposalBy(town, tenderId, 'ORG1'), await proposalBy(town, tenderId, 'ORG2')]
  await sentProposal(town, tender, 4, { keepDraft: true })
  const d = await proposalBy(town, tenderId, 'ORG4')
  // ORG4's first version put back in the place of its second, fingerprint and all.
  await submitProposal(town.as('signer4'), { tenderId, keepDraft: false })
  const old = { sealed: d.sealed, sealSalt: d.sealSalt, sealHash: d.sealHash, wordsHash: d.wordsHash }
  await change(town, d.id, old)
  // ORG2 is given ORG1's words, with a fingerprint that fits them.
  const taken = { sealed: a.sealed, sealSalt: a.sealSalt, sealedPrice: null }
  await change(town, b.id, { ...taken, sealHash: leafOf(taken), wordsHash: a.wordsHash })
  await town.transact((tx) => tx.update(tenders).set({ suspended: false }).where(eq(tenders.id, tenderId)))
  town.clock.set(afterDeadline(tender))
  // Two of four are whole: fewer than three, and the purchase fails by name.
  expect(await openByShares(town, tenderId)).toMatchObject({ outcome: 'failed' })
  const { rows } = await recordOf(town, tenderId)
  const broken = rows.filter((r) => r.seal === 'broken').map((r) => r.name)
  expect(broken.sort()).toEqual(['伴飞社会组织发展服务中心', '夕照居家养老服务中心'])
  expect(await proposalBy(town, tenderId, 'ORG2')).toMatchObject({
    state: 'disqualified',
    endGround: 'seal_broken',
    body: null,
  })
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({ state: 'opened' })
  // No result, and yet each that came is told why, on a sheet of its own.
  const sheet = (who: string, id: string) => readFeedback(town.as(who), tenderId, id)
  const failed = '通过审查的响应文件不足 3 家。'
  const own = { award: null, failed, clocks: { sign: null, object: { late: false } } }
  expect(await sheet('signer2', b.id)).toMatchObject({ ...own, row: { ground: 'seal_broken', rank: null } })
  expect(await sheet('signer1', a.id)).toMatchObject({ ...own, row: { ground: null, averages: null } })
  expect(await refused(sheet('signer3', a.id))).toBe('not-your-body')
  expect(await ownFeedback(town.as('signer2'), tenderId)).toBe(b.id)
  const told = await town.db.select().from(notices).where(eq(notices.message, 'tender-failed'))
  expect(told.map(({ link }) => link)).toContain(`/tenders/${tenderId}/feedback/${b.id}`)
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'tender.open'))
  expect((line!.detail as { broken: string[] }).broken.sort()).toEqual(
    rows
      .filter((r) => r.seal === 'broken')
      .map((r) => r.receiptNo)
      .sort(),
  )
})

test('a flipped byte costs that proposal its place and nobody else theirs', async () => {
  const town = await world()
  const tender = await splitTender(town)
  for (const n of [1, 2, 3, 4]) await sentProposal(town, tender, n)
  const one = await proposalBy(town, tender.id, 'ORG3')
  const sealed = flipped(one.sealed!, Buffer.from(one.sealed!, 'base64url').length - 1)
  // With a fingerprint that fits: whoever can write the database could do that too.
  await change(town, one.id, { sealed, sealHash: leafOf({ ...one, sealed }) })
  town.clock.set(afterDeadline(tender))
  expect(await openByShares(town, tender.id)).toMatchObject({ outcome: 'opened' })
  const states = await Promise.all(
    [1, 2, 3, 4].map(async (n) => (await proposalBy(town, tender.id, `ORG${n}`)).state),
  )
  expect(states).toEqual(['opened', 'opened', 'disqualified', 'opened'])
})

test('at two devices: the first lends his share for minutes, and only another keeper’s passphrase can use it', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n)
  const lend = (who: KeeperKey) => lendShare(town.as(who), { tenderId, passphrase: keeperWords[who] })
  const join = (who: KeeperKey, passphrase: string = keeperWords[who]) =>
    refused(openDue(town.as(who), { tenderId, passphrase }))
  expect(await refused(lend('supervisor'))).toBe('opening-too-early')
  town.clock.set(afterDeadline(tender))
  await lend('supervisor')
  expect(await join('supervisor')).toBe('no-share-lent')
  expect(await join('auditor', 'somebody else’s words')).toBe('passphrase-wrong')
  town.clock.pass(30 * 60_000)
  expect(await join('auditor')).toBe('no-share-lent')
  await lend('supervisor')
  town.clock.pass(29 * 60_000)
  expect(await readUnseal(town.as('auditor'), tenderId)).toMatchObject({ lent: { name: 'supervisor' } })
  expect(await join('auditor')).toBe('not refused')
  expect((await town.db.select().from(tenderShares)).filter((s) => s.lent !== null)).toEqual([])
  expect((await proposalBy(town, tenderId, 'ORG1')).state).toBe('opened')
})

test('too few: not one is opened, and the shares that could have are gone', async () => {
  const town = await world()
  const tender = await splitTender(town)
  for (const n of [1, 2]) await sentProposal(town, tender, n)
  await sentProposal(town, tender, 3)
  await withdrawProposal(town.as('signer3'), { tenderId: tender.id })
  town.clock.set(afterDeadline(tender))
  expect(await openByShares(town, tender.id)).toMatchObject({ outcome: 'failed' })
  expect(await proposalBy(town, tender.id, 'ORG1')).toMatchObject({ state: 'submitted', body: null })
  expect(await town.db.select().from(tenderShares)).toEqual([])
  expect((await keepersOf(town.db, tender.id)).every((k) => k.keyLocked === null)).toBe(true)
  expect((await keysOf(town.db, tender.id))[0]!.record).toBeNull()
})

test('a share is printed, proved each quarter, lost and found; two lost are said plainly', async () => {
  const town = await world()
  const tender = await splitTender(town, { words: { deadline: new Date('2026-03-20T17:00:00+08:00') } })
  const tenderId = tender.id
  const wrong = { tenderId, passphrase: 'not the words at all' }
  expect(await refused(printShare(town.as('auditor'), wrong))).toBe('passphrase-wrong')
  const { shares } = await printShare(town.as('auditor'), { tenderId, passphrase: keeperWords.auditor })
  const other = await printShare(town.as('handler'), { tenderId, passphrase: keeperWords.handler })
  town.clock.pass(90 * 86_400_000)
  expect((await deskOfSeal(town.db, town.as('supervisor'))).map((i) => i.key)).toEqual(['keeper.open'])
  const prove = (passphrase: string) => refused(proveShare(town.as('auditor'), { tenderId, passphrase }))
  expect(await prove(other.shares[0]!.share)).toBe('passphrase-wrong')
  expect(await prove(printedShare(Buffer.alloc(33, 7)))).toBe('passphrase-wrong')
  expect(await prove(shares[0]!.share.toLowerCase())).toBe('not refused')
  expect(await prove(keeperWords.auditor)).toBe('not refused')
  await reportLost(town.as('auditor'), { tenderId })
  await reportLost(town.as('handler'), { tenderId })
  const page = await readKeyDesk(town.as('handler'), tenderId)
  expect(page.keepers.filter((k) => k.lostAt)).toHaveLength(2)
  expect(await prove(keeperWords.auditor)).toBe('not refused')
  expect((await readShareDesk(town.as('auditor'), tenderId)).mine).toMatchObject({ lostAt: null })
  for (let n = 0; n < 5; n += 1) await refused(proveShare(town.as('supervisor'), wrong))
  const right = { tenderId, passphrase: keeperWords.supervisor }
  expect(await refused(proveShare(town.as('supervisor'), right))).toBe('passphrase-rests')
  const told = await town.db.select().from(journal).where(eq(journal.action, 'keeper.wrong_words'))
  expect(JSON.stringify(told)).not.toContain('not the words')
})

test('what is sent carries its version and place; an earlier version, other words and plain words are turned away', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  await draftedProposal(town, tender, 1)
  const send = (parcel: object) =>
    refused(
      submitProposal(town.as('signer1'), {
        tenderId,
        keepDraft: true,
        parcel: { version: 1, mark: '', proof: '', hashes: [], sealed: [], sealedIn: 'browser', ...parcel },
      }),
    )
  expect(await send({ version: 2 })).toBe('proposal-version-replayed')
  expect(await send({ mark: 'x' })).toBe('proposal-changed-meanwhile')
  await submitProposal(town.as('signer1'), { tenderId, keepDraft: true })
  expect(await send({ version: 1 })).toBe('proposal-version-replayed')
  const was = await proposalBy(town, tenderId, 'ORG1')
  expect(was.sealHash).toBe(leafOf(was))
  expect(await town.db.select().from(sealLeaves)).toEqual([{ leaf: was.sealHash, day: '2026-03-02' }])
  town.clock.set(tender.deadline)
  expect(await refused(submitProposal(town.as('signer1'), { tenderId, keepDraft: false }))).toBe(
    'proposal-too-late',
  )
  const open = await publicSeal(town.db, tender)
  expect(open.keepers.map((k) => k.name)).toEqual(['handler', 'supervisor', 'auditor'])
})

test('nothing of a private key, a share or a proposal lies readable in the database or its log', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  await sentProposal(town, tender, 1, { plan: '暗号：翡翠色的信天翁在雨里数伞，一共四十七把。' })
  const printed: Buffer[] = []
  for (const who of Object.keys(keeperWords) as KeeperKey[]) {
    const { shares } = await printShare(town.as(who), { tenderId, passphrase: keeperWords[who] })
    printed.push(readShare(shares[0]!.share)!)
  }
  const key = await joinedKey(printed.slice(0, 2), (await keysOf(town.db, tenderId))[0]!.publicKey)
  expect(key).not.toBeNull()
  const rows = JSON.stringify([
    await town.db.select().from(tenderKeepers),
    await town.db.select().from(tenderShares),
    await town.db
      .select()
      .from(proposals)
      .where(and(eq(proposals.tenderId, tenderId))),
    await town.db.select().from(journal),
  ])
  const file = town.url.startsWith('file:') ? town.url.slice('file:'.length) : null
  const disk = file ? [file, `${file}-wal`].map((f) => readFileSync(f)) : []
  for (const secret of [key!, ...printed]) {
    for (const form of [secret.toString('base64url'), secret.toString('hex'), secret.toString('base64')])
      expect(rows.includes(form)).toBe(false)
    for (const bytes of disk) {
      expect(bytes.includes(secret)).toBe(false)
      expect(bytes.includes(secret.toString('base64url'))).toBe(false)
    }
  }
  for (const bytes of disk) expect(bytes.includes('翡翠色的信天翁')).toBe(false)
})
