import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import { enrolments, outbox, persons, sessions, signInCodes, signInTries } from '#db/schema/index.ts'
import { endSession, mySessions, signOut } from '#domain/who/session/end-session.ts'
import { findSession } from '#domain/who/session/find-session.ts'
import { switchSeat } from '#domain/who/session/switch-seat.ts'
import { askCode } from '#domain/who/sign-in/ask-code.ts'
import { demoSignIn } from '#domain/who/sign-in/demo-sign-in.ts'
import { enrol, mostTries } from '#domain/who/sign-in/enrol.ts'
import { askCodeForm } from '#domain/who/sign-in/forms.ts'
import { giveCode } from '#domain/who/sign-in/give-code.ts'
import { givePassword, hashPassword, nobodysHash } from '#domain/who/sign-in/give-password.ts'
import { freshSecret, setKey } from '#domain/who/sign-in/set-key.ts'
import { tells } from '#tests/support/less-chance.ts'
import { type Town, world } from '../../support/world.ts'

const phone = '13800138000'
const minute = 60_000
const from = (town: Town, address = '192.0.2.1', number = phone) =>
  askCode(town.as(null), { phone: number, address })
async function sentCode(town: Town) {
  const rows = await town.db.select().from(outbox)
  const last = rows.at(-1)!
  return (JSON.parse(town.vault.open('outbox', last.sealedBody)) as { params: { code: string } }).params.code
}
const give = (town: Town, asked: { codeId: string; phone: string }, code: string) =>
  giveCode(town.as(null), { codeId: asked.codeId, code, sealedPhone: asked.phone, device: 'Android' })
const find = (town: Town, token: string) =>
  findSession({ store: town.store, wall: town.clock, clock: town.clock }, token)

test('a code signs in once, and makes a person of a number nobody had', async () => {
  const town = await world()
  const asked = await from(town)
  const code = await sentCode(town)
  const { token } = await give(town, asked, code)
  expect((await find(town, token))?.person.phoneTail).toBe('8000')
  await expect(give(town, asked, code)).rejects.toMatchObject({ reason: 'wrong-code' })
})

test('neither a code nor a number lies readable in the store', async () => {
  const town = await world()
  await give(town, await from(town), await sentCode(town))
  const kept = [await town.db.select().from(outbox), await town.db.select().from(persons)]
  for (const digits of [phone, await sentCode(town)]) expect(tells(kept, digits)).toBe(false)
})

test('a code dies after ten minutes, to the second', async () => {
  const town = await world()
  const asked = await from(town)
  const code = await sentCode(town)
  town.clock.pass(10 * minute)
  await expect(give(town, asked, code)).rejects.toMatchObject({ reason: 'wrong-code' })
  town.clock.pass(-1000)
  await expect(give(town, asked, code)).resolves.toHaveProperty('token')
})

test('after five wrong tries even the right code is refused', async () => {
  const town = await world()
  const asked = await from(town)
  const code = await sentCode(town)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i++)
    await expect(give(town, asked, wrong)).rejects.toMatchObject({ reason: 'wrong-code' })
  await expect(give(town, asked, code)).rejects.toMatchObject({ reason: 'wrong-code' })
})

test('a code asked for one number does not open another', async () => {
  const town = await world()
  const mine = await from(town)
  const code = await sentCode(town)
  const other = await from(town, '192.0.2.1', '13900139000')
  await expect(
    giveCode(town.as(null), { codeId: mine.codeId, code, sealedPhone: other.phone, device: '' }),
  ).rejects.toMatchObject({ reason: 'wrong-code' })
})

test('a phone gets one code a minute and five a day; an address twenty an hour', async () => {
  const town = await world()
  await from(town)
  await expect(from(town)).rejects.toMatchObject({ reason: 'too-many-codes' })
  for (let i = 0; i < 4; i++) {
    town.clock.pass(minute)
    await from(town)
  }
  town.clock.pass(minute)
  await expect(from(town)).rejects.toMatchObject({ reason: 'too-many-codes' })
  for (let i = 0; i < 20; i++) await from(town, '198.51.100.7', `1370000${1000 + i}`)
  await expect(from(town, '198.51.100.7', '13612345678')).rejects.toMatchObject({ reason: 'too-many-codes' })
})

test('all numbers together get five thousand codes in a day, from however many addresses', async () => {
  const town = await world()
  const day = 24 * 60 * minute
  const asked = (n: number, createdAt: Date) =>
    Array.from({ length: n }, (_, i) => ({
      phoneHash: `p${createdAt.getTime()}-${i}`,
      address: `a${i}`,
      codeHash: 'c',
      createdAt,
      expiresAt: createdAt,
    }))
  const put = (n: number, at: Date) => town.transact((tx) => tx.insert(signInCodes).values(asked(n, at)))
  const ago = (ms: number) => new Date(town.clock.now().getTime() - ms)
  await put(3, ago(day))
  for (let i = 1; i <= 9; i++) await put(500, ago(day - i * 1000))
  await put(499, ago(minute))
  await from(town)
  await expect(from(town, '198.51.100.7', '13900139000')).rejects.toMatchObject({ reason: 'too-many-codes' })
  town.clock.pass(999)
  await expect(from(town, '198.51.100.7', '13900139000')).rejects.toMatchObject({ reason: 'too-many-codes' })
  town.clock.pass(1)
  await expect(from(town, '198.51.100.7', '13900139000')).resolves.toHaveProperty('codeId')
})

test('a number is read however it is typed, and a wrong one is told', () => {
  for (const typed of ['138 0013 8000', '+86-138-0013-8000', '１３８００１３８０００', '8613800138000'])
    expect(askCodeForm.parse({ phone: typed }).phone).toBe(phone)
  for (const typed of ['', '12345', '23800138000', '138001380001', 'abc'])
    expect(askCodeForm.safeParse({ phone: typed }).success).toBe(false)
  expect(askCodeForm.safeParse({ phone, role: 'system_admin' }).success).toBe(false)
})

async function staff(town: Town) {
  const secret = Secret.fromBase32('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')
  const change = {
    login: 'shi',
    passwordHash: await hashPassword('a long pass phrase'),
    totpSealed: town.vault.seal('totp', secret.base32),
  }
  await town.transact(
    async (tx) => void (await tx.update(persons).set(change).where(eq(persons.id, 'handler'))),
  )
  const totp = () =>
    new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: town.clock.now().getTime() })
  const enter = (password = 'a long pass phrase', code = totp(), login = 'shi', address = '192.0.2.1') =>
    givePassword(town.as(null), { login, password, totp: code, device: 'Windows', address })
  return { enter, totp }
}

test('staff need the password and the one-time digits, and digits serve once', async () => {
  const town = await world()
  const { enter, totp } = await staff(town)
  const { token } = await enter()
  expect((await find(town, token))?.seat?.role).toBe('street_handler')
  await expect(enter()).rejects.toMatchObject({ reason: 'wrong-password' })
  town.clock.pass(30_000)
  const fresh = totp()
  await expect(enter('wrong', fresh)).rejects.toMatchObject({ reason: 'wrong-password' })
  await expect(enter(undefined, '000000')).rejects.toMatchObject({ reason: 'wrong-password' })
  await expect(enter(undefined, fresh, 'nobody')).rejects.toMatchObject({ reason: 'wrong-password' })
})

test('a name that nobody has takes as long as one that somebody has', async () => {
  const made = await hashPassword('a long pass phrase')
  const costOf = (kept: string) => kept.split('$').slice(1, 4)
  expect(costOf(nobodysHash)).toEqual(costOf(made))
  expect(nobodysHash).toHaveLength(made.length)
})

test('five wrong tries lock an account for fifteen minutes', async () => {
  const town = await world()
  const { enter } = await staff(town)
  for (let i = 0; i < 5; i++) await expect(enter('wrong')).rejects.toMatchObject({ reason: 'wrong-password' })
  town.clock.pass(minute)
  await expect(enter()).rejects.toMatchObject({ reason: 'wrong-password' })
  town.clock.pass(15 * minute)
  await expect(enter()).resolves.toHaveProperty('token')
})

test('forty guesses at once are five guesses', async () => {
  const town = await world()
  const { enter, totp } = await staff(town)
  const guesses = Array.from({ length: 40 }, (_, i) => enter(`guess ${i}`, totp()))
  await Promise.allSettled(guesses)
  expect(await town.db.select().from(signInTries)).toHaveLength(5)
  await expect(enter()).rejects.toMatchObject({ reason: 'wrong-password' })
})

test('the same digits, sent twice at once, open one session', async () => {
  const town = await world()
  const { enter, totp } = await staff(town)
  const digits = totp()
  const came = await Promise.allSettled([enter(undefined, digits), enter(undefined, digits)])
  expect(came.filter((c) => c.status === 'fulfilled')).toHaveLength(1)
})

test('one address may not try names without end, and a name nobody has is counted like any other', async () => {
  const town = await world()
  const { enter } = await staff(town)
  for (let i = 0; i < 50; i++)
    await expect(enter('wrong', '000000', `name-${i}`)).rejects.toMatchObject({ reason: 'wrong-password' })
  expect(await town.db.select().from(signInTries)).toHaveLength(50)
  await expect(enter()).rejects.toMatchObject({ reason: 'wrong-password' })
  await expect(enter(undefined, undefined, 'shi', '198.51.100.9')).resolves.toHaveProperty('token')
}, 60_000)

const wordOf = async (town: Town) => (await enrol(town.as('admin'), { seatId: 'seat-handler' })).word
const newKey = (town: Town, strength: string, word = '', old = 'another pass phrase') => {
  const { secret } = freshSecret(town.as('handler'))
  const shown = new TOTP({ secret: Secret.fromBase32(town.vault.open('totp-in-form', secret)) })
  const totp = shown.generate({ timestamp: town.clock.now().getTime() })
  const typed = { login: 'shi-new', password: 'another pass phrase', secret, totp, word, old }
  return setKey(town.as('handler'), { ...typed, strength, here: 'this-one' })
}

test('a session begun by message alone cannot change a key that is already set', async () => {
  const town = await world()
  await expect(newKey(town, 'resident', await wordOf(town))).resolves.toHaveProperty('personId')
  await expect(newKey(town, 'resident')).rejects.toMatchObject({ reason: 'key-needs-key' })
  const left = (old: string) => newKey(town, 'staff', '', old)
  for (const guess of ['', 'a guess', 'a guess more'])
    await expect(left(guess), 'a screen left open').rejects.toMatchObject({ reason: 'wrong-old-password' })
  await expect(newKey(town, 'staff')).resolves.toHaveProperty('personId')
  await expect(left('the last guess')).rejects.toMatchObject({ reason: 'wrong-old-password' })
  await expect(newKey(town, 'staff'), 'five tries').rejects.toMatchObject({ reason: 'wrong-old-password' })
})

test('a message alone makes no first key: the word handed over with the seat is asked, and works once', async () => {
  const town = await world()
  const tried = (word: string) => newKey(town, 'resident', word).catch((e) => e.reason)
  expect(await tried('')).toBe('no-enrolment')
  const earlier = await wordOf(town)
  const word = await wordOf(town)
  expect(await tried(earlier)).toBe('wrong-word')
  expect(JSON.stringify(await town.db.select().from(enrolments))).not.toContain(word.replaceAll('-', ''))
  expect(await tried(word.toLowerCase().replaceAll('-', ' '))).toHaveProperty('personId')
  await town.transact((tx) => tx.update(persons).set({ passwordHash: null }).where(eq(persons.id, 'handler')))
  expect(await tried(word)).toBe('no-enrolment')
})

test('a word is spent after five wrong tries, however many come at once, and after seven days', async () => {
  const town = await world()
  const tried = (word: string) => newKey(town, 'resident', word).catch((e) => e.reason)
  const word = await wordOf(town)
  const guesses = await Promise.all(Array.from({ length: 8 }, () => tried('WRONG')))
  expect(guesses.filter((said) => said === 'wrong-word')).toHaveLength(mostTries)
  expect(await tried(word)).toBe('no-enrolment')
  const later = await wordOf(town)
  town.clock.pass(7 * 24 * 60 * minute)
  expect(await tried(later)).toBe('no-enrolment')
})

test('a word is handed over by who may seat its holder, to one who has no key', async () => {
  const town = await world()
  const handed = (who: string | null, seatId: string) =>
    enrol(town.as(who), { seatId }).then(
      () => 'handed',
      (e) => e.reason,
    )
  expect(await handed('signer1', 'seat-editor1')).toBe('handed')
  expect(await handed('signer1', 'seat-editor2')).toBe('not-your-body')
  expect(await handed('admin', 'seat-editor1')).toBe('organisation-seats-its-own')
  expect(await handed('admin', 'seat-admin')).toBe('sod-own-seat')
  expect(await handed('handler', 'seat-clerk')).toBe('needs-another-seat')
  expect(await handed(null, 'seat-clerk')).toBe('sign-in-first')
  expect(await handed('admin', 'nothing')).toBe('seat')
  await newKey(town, 'resident', await wordOf(town))
  expect(await handed('admin', 'seat-handler')).toBe('key-already-set')
})

test('a new key ends the other sessions of its owner, and a secret that is not ours is refused', async () => {
  const town = await world()
  const { token } = await asDemo(town, 'handler')
  await newKey(town, 'staff', await wordOf(town))
  expect(await find(town, token)).toBeNull()
  const typed = {
    login: 'shi',
    password: 'another pass phrase',
    secret: 'made up',
    totp: '123456',
    word: '',
    old: '',
  }
  await expect(setKey(town.as('handler'), { ...typed, strength: 'staff', here: '' })).rejects.toMatchObject({
    reason: 'wrong-digits',
  })
})

const asDemo = (town: Town, personId: string) =>
  demoSignIn(town.as(null), { personId, device: 'Linux', demo: true })

test('a session is stored hashed, ends when idle, at its limit, and at once when ended', async () => {
  const town = await world()
  const { token } = await asDemo(town, 'clerk')
  const [row] = await town.db.select().from(sessions)
  expect(row?.id).toBe(sha256(token))
  expect(JSON.stringify(row)).not.toContain(token)
  expect(await find(town, token)).not.toBeNull()
  town.clock.pass(7 * 24 * 60 * minute + 1)
  expect(await find(town, token)).toBeNull()
  const again = (await asDemo(town, 'clerk')).token
  expect(again).not.toBe(token)
  await signOut(town.as('clerk'), { key: sha256(again) })
  expect(await find(town, again)).toBeNull()
})

test('one sees and ends only one’s own sessions', async () => {
  const town = await world()
  const { token } = await asDemo(town, 'clerk')
  await asDemo(town, 'director')
  const [mine] = await mySessions(town.as('clerk'), sha256(token))
  expect(await mySessions(town.as('clerk'), sha256(token))).toHaveLength(1)
  await expect(endSession(town.as('director'), { sessionId: mine!.id })).rejects.toMatchObject({
    kind: 'missing',
  })
  await endSession(town.as('clerk'), { sessionId: mine!.id })
  expect(await find(town, token)).toBeNull()
})

test('one acts only in seats one holds', async () => {
  const town = await world()
  const { token } = await asDemo(town, 'clerk')
  await expect(
    switchSeat(town.as('clerk'), { key: sha256(token), seatId: 'seat-approver' }),
  ).rejects.toMatchObject({ reason: 'seat' })
})

test('outside a demonstration nobody is signed in by a tap', async () => {
  const town = await world()
  await expect(
    demoSignIn(town.as(null), { personId: 'clerk', device: '', demo: false }),
  ).rejects.toMatchObject({ kind: 'missing' })
})
