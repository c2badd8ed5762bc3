import { expect, test } from '@playwright/test'
import { running } from '../support/contract.ts'
import type { Town as World } from '../support/world.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without a script the page says nothing of it')

test('a social worker writes two visits without a signal; with one they are sent, and each counts once', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const { id } = await running(parts as unknown as World)
    return { id }
  })
  try {
    const diary = `/work/${town.built.id}/diary`
    const worker = await join(browser, town.url, 'worker1')
    const { page } = worker
    const wrong: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
        wrong.push(message.text())
    })
    /** What lies in the phone, as whoever opened its files would read it. */
    const kept = () =>
      page.evaluate(async () => {
        const request = indexedDB.open('sanshe-diary')
        const db = await new Promise<IDBDatabase>((done) => {
          request.onsuccess = () => done(request.result)
        })
        const all = db.transaction('entries').objectStore('entries').getAll()
        await new Promise((done) => {
          all.onsuccess = done
        })
        db.close()
        const text = (body: ArrayBuffer) => new TextDecoder('utf8').decode(body)
        return (all.result as Array<{ body: ArrayBuffer }>).map(({ body }) => text(body))
      })
    const type = (title: string, minutes: string) =>
      worker.fill({ kind: 'visit', title, words: '门口聊了一会儿，一切都好。', minutes })
    const send = () => page.getByRole('button', { name: '记下', exact: true }).click()
    const write = async (title: string, minutes: string) => {
      await type(title, minutes)
      await send()
    }
    await worker.open(`${diary}/new`)
    await expect(page.locator('[data-ready="yes"]')).toBeAttached()
    await page.context().setOffline(true)
    await write('探访周奶奶', '40')
    await expect(page.getByText('没有信号，这一条先存在这部手机里了')).toBeVisible()
    await expect(page.getByText('探访周奶奶 · 等信号发出')).toBeVisible()
    await expect(page.locator('[name="title"]')).toHaveValue('')
    await write('探访吴爷爷', '35')
    await expect(page.getByText('探访吴爷爷 · 等信号发出')).toBeVisible()
    expect(await kept()).toHaveLength(2)
    expect((await kept()).join()).not.toMatch(/探访|一切都好/)
    await page.context().setOffline(false)
    await expect(page.getByText('存在手机里的日志已经发出去了')).toBeVisible()
    await expect(page.getByText('等信号发出')).toHaveCount(0)
    await worker.open(diary)
    for (const title of ['探访周奶奶', '探访吴爷爷'])
      await expect(page.getByRole('heading', { name: title })).toHaveCount(1)

    await worker.open(`${diary}/new`)
    await expect(page.locator('[data-ready="yes"]')).toBeAttached()
    await type('探访郑奶奶', '50')
    await expect.poll(async () => (await kept()).length).toBe(1)
    await send()
    await page.waitForURL(`**${diary}`)
    await worker.open(`${diary}/new`)
    await expect(page.getByText('存在手机里的日志已经发出去了')).toBeVisible()
    await worker.open(diary)
    await expect(page.getByRole('heading', { name: '探访郑奶奶' }), 'sent twice, counts once').toHaveCount(1)
    expect(wrong).toEqual([])
  } finally {
    await town.stop()
  }
})
