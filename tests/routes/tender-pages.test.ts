import { createHash } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { draftedTender, publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const pages = test.skipIf(!isBuilt)
async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const read = async (who: string | null, path: string) => {
    const headers = { cookie: await cookieFor(url, who) }
    const answer = await fetch(url + path, { headers, redirect: 'manual' })
    return { status: answer.status, text: await answer.text() }
  }
  const send = async (who: string | null, path: string, body: Record<string, string>) =>
    (await sendForm(url, path, await cookieFor(url, who), body)).status
  return { town, read, send }
}

pages('anybody reads and checks each published version of a document, nobody one that is none', async () => {
  const { town, read } = await served()
  const draft = await draftedTender(town)
  const { id } = await publishedTender(town)
  expect((await read('handler', `/tenders/${draft.id}/document`)).status).toBe(404)
  const page = await read(null, `/tenders/${id}/document/1`)
  expect(page.status).toBe(200)
  const { text } = await read(null, `/tenders/${id}/document/1/text`)
  expect(page.text).toContain(createHash('sha256').update(text).digest('hex'))
  for (const bad of ['2', '0', 'x', '-1', '1e3'])
    expect((await read(null, `/tenders/${id}/document/${bad}`)).status, bad).toBe(404)
  expect((await read(null, `/tenders/${id}/document/9/text`)).status).toBe(404)
})

pages('a review is sent by its form, item by item; what is wrong comes back in the form', async () => {
  const { town, read, send } = await served()
  const { id } = await draftedTender(town)
  const path = `/desk/tenders/${id}/review`
  await submitTender(town.as('handler'), { tenderId: id })
  expect((await read('handler', path)).status).toBe(404)
  expect((await read(null, path)).status).toBe(403)
  const { text } = await read('approver', path)
  const says = [...text.matchAll(/name="(says\.[a-z]+)"/g)].map(([, name]) => name!)
  const yes = Object.fromEntries([...new Set(says)].map((name) => [name, 'yes']))
  const typed = { kind: 'general', opinion: '符合规定，同意发布。' }
  expect(await send('approver', path, typed)).toBe(422)
  expect(await send('approver', path, { ...typed, ...yes, opinion: '' })).toBe(400)
  expect(await send('approver', path, { ...typed, ...yes, 'says.budget': 'perhaps' })).toBe(400)
  expect(await send('approver', path, { ...typed, ...yes, 'says.budget': 'no' })).toBe(422)
  expect(await send('handler', path, { ...typed, ...yes })).toBe(404)
  expect(await send('approver', path, { ...typed, ...yes })).toBe(302)
  expect((await read('approver', `/desk/tenders/${id}`)).text).toContain('同意发布')
})

pages('a search is kept and dropped by whoever signed in, and an ending names a ground', async () => {
  const { town, read, send } = await served()
  const { id } = await publishedTender(town)
  const path = '/tenders/searches'
  expect((await read(null, path)).status).toBe(403)
  expect(await send('resident1', path, { _form: 'keep', words: '' })).toBe(422)
  expect(await send('resident1', path, { _form: 'keep', words: '字'.repeat(41) })).toBe(400)
  expect(await send('resident1', path, { _form: 'keep', words: '老人' })).toBe(302)
  expect((await read('resident1', path)).text).toContain('老人')
  expect((await read('resident2', path)).text).not.toContain('老人')
  expect(await send('resident1', path, { _form: 'drop', searchId: 'none' })).toBe(404)
  const desk = `/desk/tenders/${id}`
  const end = { _form: 'cancel', reason: '情况有变化，重新论证' }
  expect(await send('approver', desk, end)).toBe(400)
  expect(await send('approver', desk, { ...end, ground: 'withdrawn' })).toBe(422)
  expect(await send('handler', desk, { ...end, ground: 'major-change' })).toBe(403)
  expect(await send('approver', desk, { ...end, ground: 'major-change' })).toBe(302)
  expect((await read(null, `/tenders/${id}`)).text).toContain('第三十六条')
})
