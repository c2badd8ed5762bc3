import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { joinedKey, printedShare, publicKeyOf, readShare } from '#app/ports/trustee-keys.ts'
import { openVault } from '#app/ports/vault.ts'
import { ballots, journal, notices, roundBoxes, rounds, trustees } from '#db/schema/index.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { readFile } from '#domain/ask/vote/read-result.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { confirmTrustee } from '#domain/ask/vote/trustees/confirm-trustee.ts'
import { deskOfTrustee } from '#domain/ask/vote/trustees/desk.ts'
import { candidatesFor, trusteesOf } from '#domain/ask/vote/trustees/find-trustees.ts'
import { confirmTrusteeForm, twoKeysForm } from '#domain/ask/vote/trustees/forms.ts'
import { nameTrustees } from '#domain/ask/vote/trustees/name-trustees.ts'
import { offerShare, withdrawShare } from '#domain/ask/vote/trustees/offer-share.ts'
import { publicTrustees, readKeyPage, readSharePage } from '#domain/ask/vote/trustees/read-trustees.ts'
import { takeShare, tryKey } from '#domain/ask/vote/trustees/try-key.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import type { Refusal } from '#domain/refusal.ts'
import {
  acceptedNeeds,
  castBy,
  closing,
  draftedRound,
  keyReady,
  keysOf,
  openRound,
  passphrases,
  roundInput,
  sealedRound,
} from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )
const three = { supervision: 'supervisor', street: 'handler', outside: 'auditor' }
async function bareRound(town: Town) {
  const { id } = await draftRound(town.as('clerk'), roundInput(await acceptedNeeds(town, [100])))
  await loadRoll(town.as('clerk'), { roundId: id, roll: '甲,1,40\n乙,2,50' })
  await printSlips(town.as('clerk'), { roundId: id })
  return id
}
const confirm = (town: Town, roundId: string, who: keyof typeof passphrases) =>
  confirmTrustee(town.as(who), { roundId, passphrase: passphrases[who] })

test('three people of three bodies are named, never the drafter, and each is told', async () => {
  const town = await world()
  const roundId = await bareRound(town)
  const name = (named: object, who = 'clerk') =>
    refused(nameTrustees(town.as(who), { roundId, ...three, ...named }))
  expect(await name({}, 'director')).toBe('needs-another-seat')
  expect(await name({}, 'clerk2')).toBe('not-your-body')
  expect(await name({ street: 'supervisor' })).toBe('trustee-not-eligible')
  expect(await name({ outside: 'clerk' })).toBe('trustee-not-eligible')
  expect(await name({})).toBe('not refused')
  const told = await town.db.select().from(notices).where(eq(notices.message, 'trustee-named'))
  expect(told.map((n) => n.personId).sort()).toEqual(['auditor', 'handler', 'supervisor'])
  const [round] = await town.db.select().from(rounds).where(eq(rounds.id, roundId))
  const candidates = await candidatesFor(town.db, round!)
  expect(candidates.map((c) => c.personId)).not.toContain('clerk')
  expect((await deskOfTrustee(town.db, town.as('auditor'))).map((i) => i.key)).toEqual(['trustee.confirm'])
  expect(await deskOfTrustee(town.db, town.as('expert1'))).toEqual([])
})

test('the key is made with the third confirmation, and the round is sealed only after it was tried', async () => {
  const town = await world()
  const roundId = await bareRound(town)
  const seal = () => refused(sealRound(town.as('director'), { roundId }))
  expect(await seal()).toBe('key-not-made')
  await nameTrustees(town.as('clerk'), { roundId, ...three })
  expect(await refused(confirmTrustee(town.as('expert1'), { roundId, passphrase: 'x' }))).toBe(
    'not-a-trustee-here',
  )
  expect(await refused(confirmTrustee(town.as('clerk'), { roundId, passphrase: 'x' }))).toBe(
    'needs-another-seat',
  )
  await confirm(town, roundId, 'supervisor')
  await confirm(town, roundId, 'handler')
  expect(await town.db.select().from(roundBoxes)).toEqual([])
  expect((await readSharePage(town.as('auditor'), roundId)).made).toBe(false)
  await confirm(town, roundId, 'auditor')
  expect(await seal()).toBe('key-not-tried')
  expect(await refused(confirm(town, roundId, 'auditor'))).toBe('key-already-made')
  const keys = await keysOf(town, roundId)
  const attempt = (more: object, who = 'clerk') =>
    refused(tryKey(town.as(who), { roundId, ...keys, ...more }))
  expect(await attempt({}, 'handler')).toBe('needs-another-seat')
  expect(await attempt({ firstWords: 'not the passphrase' })).toBe('passphrase-wrong')
  expect(await attempt({ second: keys.first, secondWords: keys.firstWords })).toBe('trustees-two-different')
  expect(await attempt({ second: 'nobody' })).toBe('not-a-trustee')
  expect(await seal()).toBe('key-not-tried')
  expect(await attempt({})).toBe('not refused')
  expect(await seal()).toBe('not refused')
  expect(await refused(nameTrustees(town.as('clerk'), { roundId, ...three }))).toBe('trustees-fixed')
  const [round] = await town.db.select().from(rounds).where(eq(rounds.id, roundId))
  expect(round!.keyWrapped).toBeNull()
  const manifest = JSON.parse(round!.manifest!)
  expect(manifest.trustees.map((t: { kind: string }) => t.kind)).toEqual(['supervision', 'street', 'outside'])
  expect(manifest.signingKey).toBe(town.vault.signingKey)
  expect(manifest.publicKey).toBe(round!.publicKey)
})

test('naming somebody else undoes the key: everybody confirms again, for another key', async () => {
  const town = await world()
  const roundId = await bareRound(town)
  await keyReady(town, roundId)
  const [before] = await town.db.select().from(roundBoxes)
  await nameTrustees(town.as('clerk'), { roundId, ...three, outside: 'expert1' })
  expect(await town.db.select().from(roundBoxes)).toEqual([])
  expect((await trusteesOf(town.db, roundId)).every((t) => !t.confirmedAt && !t.shareSealed)).toBe(true)
  expect(await refused(sealRound(town.as('director'), { roundId }))).toBe('key-not-made')
  await keyReady(town, roundId)
  const [after] = await town.db.select().from(roundBoxes)
  expect(after!.publicKey).not.toBe(before!.publicKey)
})

test('a passphrase is long and not the same few letters, and two keepers are two', () => {
  const said = (passphrase: string, again = passphrase) =>
    confirmTrusteeForm.safeParse({ passphrase, again }).error?.issues.map((i) => i.message) ?? []
  expect(said('短口令')).toContain('form.trustee.short')
  expect(said('aaaaaaaaaaaaaaaa')).toContain('form.trustee.plain')
  expect(said('a good long passphrase', 'another one entirely')).toEqual(['form.trustee.differ'])
  expect(said('a good long passphrase')).toEqual([])
  const two = { first: 'a', firstWords: 'x', second: 'a', secondWords: 'y' }
  expect(twoKeysForm.safeParse(two).error?.issues.map((i) => i.message)).toEqual(['form.trustee.two'])
})

test('any two of the three open the box, each pair alike', async () => {
  for (const pair of [
    ['supervisor', 'handler'],
    ['supervisor', 'auditor'],
    ['handler', 'auditor'],
  ] as const) {
    const town = await world()
    const round = await openRound(town, { voters: 3 })
    await castBy(town, round, 0, [0])
    town.clock.set(closing)
    await closeBox(town.as('director'), { roundId: round.id })
    const keys = await keysOf(town, round.id, pair)
    expect(await refused(countRound(town.as('director'), { roundId: round.id, keys }))).toBe('not refused')
  }
}, 60_000)

test('a lost passphrase: the printed share opens in its place; a share of another round does not', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 3 })
  await castBy(town, round, 1, [1])
  const at = { roundId: round.id }
  expect(await refused(takeShare(town.as('handler'), { ...at, passphrase: 'wrong one' }))).toBe(
    'passphrase-wrong',
  )
  expect(await refused(takeShare(town.as('director'), { ...at, passphrase: 'x' }))).toBe('needs-another-seat')
  const { share } = await takeShare(town.as('handler'), { ...at, passphrase: passphrases.handler })
  expect(share).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/)
  const typed = share.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  const other = await draftedRound(town, { name: '另一轮', costs: [100] })
  const foreign = await takeShare(town.as('handler'), {
    roundId: other.id,
    passphrase: passphrases.handler,
  })
  town.clock.set(closing)
  await closeBox(town.as('director'), at)
  const keys = await keysOf(town, round.id, ['handler', 'auditor'])
  const open = (firstWords: string) =>
    refused(countRound(town.as('director'), { ...at, keys: { ...keys, firstWords } }))
  expect(await open(foreign.share)).toBe('shares-do-not-fit')
  const mistyped = `${typed.slice(0, -1)}${typed.at(-1) === 'a' ? 'b' : 'a'}`
  expect(await open(mistyped)).toBe('passphrase-wrong')
  expect(await open(typed)).toBe('not refused')
})

test('wrong words at the count are journalled without the words, and five of them rest the key of that round alone', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 3 })
  await castBy(town, round, 0, [0])
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  const keys = await keysOf(town, round.id)
  const open = (more: object = {}) =>
    refused(countRound(town.as('director'), { roundId: round.id, keys: { ...keys, ...more } }))
  const wrong = 'guessed words of some length'
  const said = await Promise.all(Array.from({ length: 12 }, () => open({ secondWords: wrong })))
  expect(said.filter((why) => why === 'passphrase-wrong')).toHaveLength(5)
  expect(said.filter((why) => why === 'passphrase-rests')).toHaveLength(7)
  expect(await open()).toBe('passphrase-rests')
  expect(await refused(tryKey(town.as('clerk'), { roundId: round.id, ...keys }))).toBe('passphrase-rests')
  const told = await town.db.select().from(journal).where(eq(journal.action, 'trustee.wrong_words'))
  expect(told.map(({ actorId, subject, detail }) => ({ actorId, subject, detail }))).toEqual(
    Array.from({ length: 5 }, () => ({
      actorId: 'director',
      subject: round.id,
      detail: { of: ['outside'] },
    })),
  )
  expect(JSON.stringify(told)).not.toContain(wrong)
  town.clock.set(new Date(closing.getTime() + 15 * 60_000 - 1))
  expect(await open()).toBe('passphrase-rests')
  town.clock.set(new Date(closing.getTime() + 15 * 60_000 + 1))
  expect(await open()).toBe('not refused')
})

test('a trustee’s own words do not forgive guesses at another’s', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const keys = await keysOf(town, round.id)
  const guess = () =>
    refused(tryKey(town.as('clerk'), { roundId: round.id, ...keys, secondWords: 'a guess of some length' }))
  for (let n = 0; n < 5; n += 1) expect(await guess()).toBe('passphrase-wrong')
  await takeShare(town.as('supervisor'), { roundId: round.id, passphrase: passphrases.supervisor })
  expect(await guess()).toBe('passphrase-rests')
  const own = () =>
    refused(takeShare(town.as('auditor'), { roundId: round.id, passphrase: 'a guess of some length' }))
  for (let n = 0; n < 5; n += 1) expect(await own()).toBe('passphrase-wrong')
  expect(await own()).toBe('passphrase-rests')
})

test('the supervision committee’s trustee who types his own passphrase was there; his printed share was not him', async () => {
  const witness = async (words: (town: Town, roundId: string) => Promise<string>) => {
    const town = await world()
    const round = await openRound(town, { voters: 3 })
    const firstWords = await words(town, round.id)
    town.clock.set(closing)
    await closeBox(town.as('director'), { roundId: round.id })
    const keys = { ...(await keysOf(town, round.id)), firstWords }
    await countRound(town.as('director'), { roundId: round.id, keys })
    const [counted] = await town.db.select().from(rounds).where(eq(rounds.id, round.id))
    return { who: counted!.witnessId, at: counted!.witnessedAt?.getTime() ?? null }
  }
  expect(await witness(async () => passphrases.supervisor)).toEqual({
    who: 'supervisor',
    at: closing.getTime(),
  })
  const printed = async (town: Town, roundId: string) =>
    (await takeShare(town.as('supervisor'), { roundId, passphrase: passphrases.supervisor })).share
  expect(await witness(printed)).toEqual({ who: null, at: null })
}, 60_000)

test('one share opens nothing, with the database, the server’s secrets and one passphrase in hand', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 3 })
  await castBy(town, round, 0, [0])
  const { share } = await takeShare(town.as('handler'), {
    roundId: round.id,
    passphrase: passphrases.handler,
  })
  const mine = readShare(share)!
  const stolen = openVault('a test secret of no worth, thirty-two and more')
  const [box] = await town.db.select().from(roundBoxes)
  const [kept] = await town.db.select().from(ballots)
  const rows = await town.db.select().from(trustees)
  const [stored] = await town.db.select().from(rounds).where(eq(rounds.id, round.id))
  expect(stored!.keyWrapped).toBeNull()
  const opens = (key: Buffer) => stolen.opener(key)(kept!.sealed, round.id) !== null
  expect(await joinedKey([mine], box!.publicKey)).toBeNull()
  expect(await joinedKey([mine, mine], box!.publicKey)).toBeNull()
  const guesses = [mine.subarray(0, 32), mine.subarray(1), Buffer.alloc(32)]
  for (const key of guesses) expect(opens(Buffer.from(key))).toBe(false)
  for (let x = 1; x < 256; x += 1) {
    const other = Buffer.concat([Buffer.alloc(32, x), Buffer.from([x])])
    expect(await joinedKey([mine, other], box!.publicKey)).toBeNull()
  }
  for (const trustee of rows) {
    expect(stolen.readable('key', trustee.keyLocked!)).toBeNull()
    expect(
      stolen.opener(mine.subarray(0, 32))(trustee.shareSealed!, `${round.id}:${trustee.personId}`),
    ).toBeNull()
  }
  const keys = await keysOf(town, round.id)
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  const alone = { ...keys, secondWords: keys.firstWords }
  expect(await refused(countRound(town.as('director'), { roundId: round.id, keys: alone }))).toBe(
    'passphrase-wrong',
  )
  expect(await refused(countRound(town.as('director'), { roundId: round.id, keys: null }))).toBe(
    'two-trustees-needed',
  )
})

test('a passphrase is nowhere: not in a row, not in the journal', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const words = JSON.stringify([
    await town.db.select().from(trustees),
    await town.db.select().from(journal),
    await town.db.select().from(roundBoxes),
  ])
  for (const passphrase of Object.values(passphrases)) expect(words).not.toContain(passphrase)
  const page = JSON.stringify(await readKeyPage(town.as('director'), round.id))
  for (const t of await trusteesOf(town.db, round.id)) {
    expect(page).not.toContain(t.keyLocked!)
    expect(page).not.toContain(t.shareSealed!)
  }
  expect((await publicTrustees(town.as(null), round.id)).trustees).toHaveLength(3)
  expect(await refused(readKeyPage(town.as('resident1'), round.id))).toBe('needs-another-seat')
  expect(await refused(readSharePage(town.as('director'), round.id))).toBe('needs-another-seat')
})

test('after the count, and when a round is void, no share is left on the server', async () => {
  const left = async (town: Town) =>
    (await town.db.select().from(trustees)).filter((t) => t.shareSealed || t.keyLocked).length
  const counted = await world()
  const round = await openRound(counted, { voters: 2 })
  counted.clock.set(closing)
  await closeBox(counted.as('director'), { roundId: round.id })
  expect(await left(counted)).toBe(3)
  const keys = await keysOf(counted, round.id)
  await countRound(counted.as('director'), { roundId: round.id, keys })
  expect(await left(counted)).toBe(0)
  const gone = await world()
  const other = await openRound(gone, { voters: 2 })
  await voidRound(gone.as('approver'), { roundId: other.id, reason: '名册有误' })
  expect(await left(gone)).toBe(0)
})

test('an advisory round needs no ceremony, and publishes totals only', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 3, level: 'L0' })
  await castBy(town, round, 0, [0])
  expect(await refused(nameTrustees(town.as('clerk'), { roundId: round.id, ...three }))).toBe(
    'round-without-trustees',
  )
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  await countRound(town.as('director'), { roundId: round.id, keys: null })
  const file = (name: string) => readFile(town.as('director'), round.id, name)
  expect(JSON.parse(await file('result.json'))).toMatchObject({ votes: { ballots: 1 }, box: null })
  for (const name of ['ballots.csv', 'sealed.txt', 'round.pb', 'ballots.json'])
    expect(await refused(file(name))).toBe('no-such-file')
})

test('a printed share is read back from what people type, and a wrong letter is noticed', () => {
  const share = Buffer.from(Array.from({ length: 33 }, (_, i) => (i * 37 + 11) % 256))
  const printed = printedShare(share)
  expect(readShare(printed)!.equals(share)).toBe(true)
  let noticed = 0
  for (let at = 0; at < printed.length; at += 1) {
    if (printed[at] === '-') continue
    const wrong = `${printed.slice(0, at)}${printed[at] === '7' ? '8' : '7'}${printed.slice(at + 1)}`
    if (readShare(wrong) === null) noticed += 1
  }
  expect(noticed).toBe(56)
  expect(readShare('too short')).toBeNull()
  expect(publicKeyOf(Buffer.alloc(32, 1))).toBe(publicKeyOf(Buffer.alloc(32, 1)))
})

test('one keeper hands his share in from afar, one comes: the round is tried and counted; two shares never wait at once', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 3 })
  const roundId = round.id
  const offer = (who: 'supervisor' | 'auditor' | 'handler', passphrase: string = passphrases[who]) =>
    refused(offerShare(town.as(who), { roundId, passphrase }))
  const keys = await keysOf(town, roundId)
  const remote = { ...keys, secondWords: '' }
  expect(twoKeysForm.safeParse(remote).success).toBe(true)
  expect(twoKeysForm.safeParse({ ...remote, firstWords: '' }).success).toBe(false)
  expect(await refused(offerShare(town.as('expert1'), { roundId, passphrase: 'x' }))).toBe(
    'not-a-trustee-here',
  )
  expect(await offer('auditor', 'not his passphrase')).toBe('passphrase-wrong')
  expect(await refused(tryKey(town.as('clerk'), { roundId, ...remote }))).toBe('share-not-offered')
  expect(await offer('auditor')).toBe('not refused')
  expect(await offer('handler')).toBe('share-offered-already')
  const held = (await trusteesOf(town.db, roundId)).filter((t) => t.shareOffered)
  expect(held).toHaveLength(1)
  const [box] = await town.db.select().from(roundBoxes)
  const alone = Buffer.from(
    town.vault.open('offered-share', held[0]!.shareOffered!).split(' ')[1]!,
    'base64url',
  )
  expect(await joinedKey([alone, alone], box!.publicKey).catch(() => null)).toBeNull()
  expect((await readSharePage(town.as('handler'), roundId)).offer).toMatchObject({
    until: null,
    other: held[0]!.name,
  })
  expect(await refused(tryKey(town.as('clerk'), { roundId, ...remote }))).toBe('not refused')
  expect((await trusteesOf(town.db, roundId)).some((t) => t.shareOffered)).toBe(false)
  expect(await offer('auditor')).toBe('not refused')
  await withdrawShare(town.as('auditor'), { roundId })
  expect(await refused(withdrawShare(town.as('auditor'), { roundId }))).toBe('no-share-offered')
  await castBy(town, round, 0, [0])
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId })
  const count = () => refused(countRound(town.as('director'), { roundId, keys: remote }))
  expect(await offer('auditor')).toBe('not refused')
  town.clock.set(new Date(closing.getTime() + 2 * 3_600_000))
  expect(await count()).toBe('share-not-offered')
  expect(await offer('auditor')).toBe('not refused')
  expect(await count()).toBe('not refused')
  const [told] = await town.db.select().from(journal).where(eq(journal.action, 'round.count'))
  expect(told!.detail).toMatchObject({ present: ['supervision'] })
  expect((await trusteesOf(town.db, roundId)).some((t) => t.shareOffered || t.shareSealed)).toBe(false)
  expect(await offer('auditor')).toBe('key-not-made')
}, 60_000)
