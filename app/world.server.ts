import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { eq } from 'drizzle-orm'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { migrate } from '#db/migrate.server.ts'
import { calendarYears, clockOffsets } from '#db/schema/index.ts'
import { fileOf } from '#db/sqlite.server.ts'
import type { Store, Tx } from '#db/store.ts'
import { installRules } from '#domain/ask/deliberation/install-rules.ts'
import { installCatalogue } from '#domain/ask/need/install-catalogue.ts'
import { installTemplates } from '#domain/ask/survey/install-templates.ts'
import { expireFrameworks } from '#domain/buy/framework/expire-frameworks.ts'
import { installMethods } from '#domain/buy/plan/install-methods.ts'
import type { Context } from '#domain/context.ts'
import { installCareForm } from '#domain/deliver/care/install-care-form.ts'
import { installContractTemplates } from '#domain/deliver/contract/template/install-contract-templates.ts'
import { installAssessmentForms } from '#domain/deliver/supervision/assessment/install-assessment-forms.ts'
import { installFigures } from '#domain/figures.ts'
import { sealJournal } from '#domain/journal-seal.ts'
import { keepOrigin } from '#domain/open/ocds/set-profile.ts'
import { sweepFiles } from '#domain/sweep-files.ts'
import { installPoolRules } from '#domain/treasury/pool-rules-data.ts'
import { nobody } from '#domain/who/actor.ts'
import { forgetOld } from '#domain/who/forget-old.ts'
import { sendOutbox } from '#domain/who/send-outbox.ts'
import { guardClock, whileSure } from './clock-guard.server.ts'
import { isEmpty, seedDemo, type Told } from './demo/seed.ts'
import type { Env } from './env.server.ts'
import { type Funds, laterFunds } from './funds.server.ts'
import { translator } from './i18n/index.ts'
import { wordsOf } from './i18n/short-message.ts'
import { type Clock, shiftedClock, systemClock } from './ports/clock.ts'
import { diskFiles } from './ports/files/disk-files.ts'
import type { Files } from './ports/files/files.ts'
import { httpSms } from './ports/sms/http-sms.ts'
import { openVault, type Vault } from './ports/vault.ts'
import { type WorkCalendar, workCalendar } from './ports/work-calendar.ts'
import { readiness } from './readiness.server.ts'

/** Everything one process opens once: the store, the clocks, the calendar, the files, the vault. */
export type World = {
  store: Store
  clock: Clock
  wall: Clock
  calendar: () => WorkCalendar
  files: Files
  vault: Vault
  /** The provider beside the treasury, and in a demonstration its stand-in; null: there is none. */
  funds: Funds | null
  demo: Env['demo']
  /** A word that changes with the data and with the shown clock. */
  version: () => string
  /** Reads again what is kept in memory: the calendar, the shown clock. */
  refresh: () => Promise<void>
  ready: () => Promise<void>
  close: () => Promise<void>
}

async function keepInMemory(store: Store) {
  let offset = 0
  let calendar = workCalendar([])
  let seen = ''
  const refresh = async () => {
    if (seen === store.version()) return
    seen = store.version()
    calendar = workCalendar(await store.db.select().from(calendarYears))
    const [row] = await store.db.select().from(clockOffsets).where(eq(clockOffsets.id, 'demo'))
    offset = row?.milliseconds ?? 0
  }
  await refresh()
  return { refresh, calendar: () => calendar, offset: () => offset }
}

function sync(at: string) {
  const opened = openSync(at, 'r')
  fsyncSync(opened)
  closeSync(opened)
}
/** A told file takes its name once every byte of it is on disk. */
function nameTold(file: string) {
  sync(`${file}.telling`)
  renameSync(`${file}.telling`, file)
  sync(dirname(resolve(file)))
  rmSync(`${file}.telling.lock`, { force: true })
}

/** Tells the demonstration's story once. A SQLite file takes its name only when the story is whole, so nothing waits for the disk before. */
export async function bringDemo(env: Env, told: Told) {
  if (env.demo === 'off') return
  const file = isPg ? null : fileOf(env.databaseUrl)
  if (file && existsSync(file)) return
  const url = file ? `file:${file}.telling` : env.databaseUrl
  if (file) for (const end of ['', '-wal', '-shm']) rmSync(`${file}.telling${end}`, { force: true })
  await migrate(url)
  const store = await openStore(url, { waits: !file })
  const parts = { store, vault: openVault(env.secret), files: diskFiles(env.filesFolder) }
  await store.transact((tx) => keepOrigin(tx, { clock: systemClock }, env))
  if (await isEmpty(store)) await seedDemo(parts, env.demo, systemClock.now(), told)
  await store.close()
  if (file) nameTold(file)
}

const everySoOften = 2_000
const everyHour = 3_600_000
/** Does a work again and again until told to stop; a turn that fails is tried again at the next. */
function repeat(work: () => Promise<unknown>, milliseconds: number): () => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve()
  const take = () => {
    turn = turn.then(work).catch(() => undefined)
  }
  const timer = setInterval(take, milliseconds)
  take()
  return async () => {
    clearInterval(timer)
    await turn
  }
}

function workOutbox(env: Env, store: Store, vault: Vault): () => Promise<void> {
  if (!env.sms) return async () => {}
  const sms = httpSms(env.sms.url, env.sms.key)
  const t = translator('zh-CN')
  const parts = {
    store,
    vault,
    wall: systemClock,
    sms,
    say: (message: string, params: Record<string, string>) => wordsOf(t, { message, params }, env.origin),
  }
  return repeat(() => sendOutbox(parts), everySoOften)
}

type Kept = { store: Store; vault: Vault; clock: Clock; files: Files }
type Held = Kept & { transact: Store['transact']; calendar: () => WorkCalendar }
/** What acts by itself, as nobody, in the world's own time. */
const ownContext = ({ store, vault, clock, files, transact, calendar }: Held): Context => ({
  ...{ actor: nobody, db: store.db, transact, scrub: store.scrub, clock, wall: systemClock, files, vault },
  get calendar() {
    return calendar()
  },
})
/** What a world does by itself: messages leave, what is old is forgotten, the journal is sealed, the end of an agreement is told. */
const beginWorks = (env: Env, held: Held) => {
  const { store, vault, clock, files } = held
  return [
    workOutbox(env, store, vault),
    repeat(() => forgetOld(store, systemClock), everyHour),
    repeat(() => sweepFiles(store, files, systemClock), everyHour),
    repeat(() => expireFrameworks(ownContext(held)), everyHour),
    repeat(() => sealJournal(store.transact, clock), everyHour),
    repeat(store.scrub, everyHour),
  ]
}

/** The folders a world writes in: of its files, and of the database where that is a file. */
function foldersOf({ databaseUrl, filesFolder }: Env) {
  mkdirSync(filesFolder, { recursive: true })
  return isPg ? [filesFolder] : [filesFolder, dirname(resolve(fileOf(databaseUrl)))]
}

async function install(tx: Tx) {
  await installFigures(tx)
  await installMethods(tx)
  await installPoolRules(tx)
  await installContractTemplates(tx)
  await installCatalogue(tx)
  await installTemplates(tx, systemClock.now())
  await installRules(tx, systemClock.now())
  await installCareForm(tx)
  await installAssessmentForms(tx)
}

const fundsOf = (env: Env, held: Held): Funds | null =>
  env.stripe || env.demo !== 'off'
    ? laterFunds({ ctx: ownContext(held), env: env.stripe ?? null, origin: env.origin ?? '' })
    : null
const beginFunds = (funds: Funds | null) =>
  funds ? [repeat(funds.work, everySoOften), repeat(funds.night, everyHour)] : []

/** Opens the product's world: brings the demonstration where one is asked for, migrates, installs the figures. */
export async function openWorld(env: Env, told: Told = () => {}): Promise<World> {
  await bringDemo(env, told)
  await migrate(env.databaseUrl)
  const store = await openStore(env.databaseUrl)
  await store.transact(install)
  await store.transact((tx) => keepOrigin(tx, { clock: systemClock }, env))
  const kept = await keepInMemory(store)
  const clock = env.demo === 'off' ? systemClock : shiftedClock(kept.offset)
  const kin = { store, vault: openVault(env.secret), clock, files: diskFiles(env.filesFolder) }
  const isSure = guardClock(store, { wall: systemClock, shown: clock })
  const transact = whileSure(store.transact, isSure)
  const held = { ...kin, transact, calendar: kept.calendar }
  const funds = fundsOf(env, held)
  const works = [...beginWorks(env, held), ...beginFunds(funds)]
  return {
    ...kin,
    store: { ...store, transact },
    funds,
    wall: systemClock,
    calendar: kept.calendar,
    demo: env.demo,
    version: () => (store.full() ? `${store.version()}!` : store.version()),
    refresh: kept.refresh,
    ready: readiness({ store, folders: foldersOf(env), isSure }),
    close: async () => {
      for (const stop of works) await stop()
      await store.close()
    },
  }
}
