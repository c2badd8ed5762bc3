import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { openTown, type Town } from '../e2e/support/town.ts'

const kind = { demo: true, empty: true }
const kills = Number(process.env.KILLS ?? 3)
const clients = 8

const send = (town: Town, to: string, body: Record<string, string>, cookie = '') =>
  fetch(town.url + to, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: town.url, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body),
  })
async function cookieOf(town: Town, personId: string) {
  const answer = await send(town, '/sign-in/demo', { personId })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}
const key = () => crypto.randomUUID()

/** A survey open to anyone, as the committee's clerk makes it. */
async function openSurvey(town: Town): Promise<string> {
  const cookie = await cookieOf(town, 'U017')
  const page = await (await fetch(`${town.url}/desk/surveys/new`, { headers: { cookie } })).text()
  const templateId = /name="templateId"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
  const made = await send(
    town,
    '/desk/surveys/new',
    { _key: key(), templateId, name: '断电演练调查', opens: '2026-11-23', closes: '2026-12-20' },
    cookie,
  )
  const desk = made.headers.get('location')!
  await send(town, desk, { _key: key(), _form: 'publish' }, cookie)
  const shown = await (await fetch(town.url + desk, { headers: { cookie } })).text()
  return /href="(\/survey\/[^"/]+)"/.exec(shown)![1]!
}

type Sent = { formKey: string; acknowledged: boolean }
/** Sends answers until the server dies; what was acknowledged is remembered, the rest is not known. */
async function burst(town: Town, link: string, sent: Sent[], stop: () => boolean) {
  while (!stop()) {
    const one: Sent = { formKey: key(), acknowledged: false }
    sent.push(one)
    const answer = await answerOnce(town, link, one.formKey)
    if (answer === null) return
    one.acknowledged = answer === 302
  }
}
const answerOnce = (town: Town, link: string, formKey: string) =>
  send(town, `${link}/all`, { _key: formKey, 'answers.Q4': '养老照护', agreed: 'yes' }).then(
    (r) => r.status,
    () => null,
  )
const stored = (folder: string) => {
  const db = new SQLite(path.join(folder, 'sanshe.sqlite'))
  const { n } = db.prepare('select count(*) as n from survey_answer').get() as { n: number }
  const sound = db.pragma('integrity_check', { simple: true })
  db.close()
  return { n, sound }
}

test.skipIf(isPg)(
  'killed under writes, nothing acknowledged is lost and a retry doubles nothing',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-kill-'))
    const sent: Sent[] = []
    let town = await openTown(kind, folder)
    const link = await openSurvey(town)
    for (let round = 0; round < kills; round++) {
      let over = false
      const bursts = Array.from({ length: clients }, () => burst(town, link, sent, () => over))
      await new Promise((done) => setTimeout(done, 250 + (round % 20) * 90))
      await town.kill()
      over = true
      await Promise.all(bursts)
      const acknowledged = sent.filter((s) => s.acknowledged).length
      expect(stored(folder).n).toBeGreaterThanOrEqual(acknowledged)
      town = await openTown(kind, folder)
      for (const one of sent.filter((s) => !s.acknowledged))
        one.acknowledged = (await answerOnce(town, link, one.formKey)) === 302
    }
    for (const one of sent.slice(0, 20)) expect(await answerOnce(town, link, one.formKey)).toBe(302)
    await town.stop()
    expect(sent.length).toBeGreaterThan(kills * clients)
    expect(sent.every((s) => s.acknowledged)).toBe(true)
    expect(stored(folder)).toEqual({ n: sent.length, sound: 'ok' })
    rmSync(folder, { recursive: true, force: true })
  },
  kills * 40_000,
)
