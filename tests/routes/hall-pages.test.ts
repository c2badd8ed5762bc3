import { expect, onTestFinished, test } from 'vitest'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { recordResolution, writeMinutes } from '#domain/ask/deliberation/record-resolution.ts'
import { resolveMeeting } from '#domain/ask/deliberation/resolve-meeting.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { calledMeeting, heldMeeting } from '#tests/support/deliberation.ts'
import { world } from '#tests/support/world.ts'

const pages = test.skipIf(!isBuilt)
const wordsOf = (answer: Response) => answer.text()
async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const get = async (who: string | null, path: string) =>
    fetch(url + path, { headers: { cookie: await cookieFor(url, who) }, redirect: 'manual' })
  const send = async (who: string | null, path: string, body: Record<string, string>) =>
    sendForm(url, path, await cookieFor(url, who), body)
  return { town, get, send }
}

pages(
  'a called meeting is read by anybody, asked before by its residents, and kept by nobody but its committee',
  async () => {
    const { town, get, send } = await served()
    const id = await calledMeeting(town)
    for (const path of ['/meetings', '/meetings/rules', `/meetings/${id}`, `/meetings/${id}/notice`]) {
      const answer = await get(null, path)
      const html = await answer.text()
      expect([path, answer.status, html.match(/<h1[\s>]/g)?.length]).toEqual([path, 200, 1])
    }
    expect(await (await get(null, `/meetings/${id}/notice`)).text()).toContain('管护公约试行一年')
    expect(await (await get(null, `/meetings/${id}/ask`)).text()).toContain('/sign-in')
    const ask = (who: string | null, words: string) => send(who, `/meetings/${id}/ask`, { words })
    expect((await ask(null, '车位怎么排，想先问一问')).status).toBe(403)
    expect((await ask('resident6', '车位怎么排，想先问一问')).status).toBe(403)
    expect((await ask('resident1', '')).status).toBe(400)
    expect((await ask('resident1', '车位怎么排，想先问一问')).status).toBe(302)
    expect((await get(null, '/meetings/nothing-here')).status).toBe(404)
    for (const path of [`/desk/meetings/${id}`, `/desk/meetings/${id}/minutes`])
      for (const who of [null, 'resident1', 'clerk2'])
        expect([path, who, (await get(who, path)).status]).not.toContain(200)
  },
)

pages(
  'a resolution is read once its minutes are out, with its counts; a topic is proposed by the form, and a bare one sent back',
  async () => {
    const { town, get, send } = await served()
    const meetingId = await heldMeeting(town, 7)
    const [item] = (await readMeeting(town.as(null), meetingId)).items
    const votes = { inFavour: 6, against: 1, abstained: 0 }
    await recordResolution(town.as('clerk'), {
      meetingId,
      itemId: item!.id,
      words: '车位按户轮换，一季一轮',
      ...votes,
    })
    await writeMinutes(town.as('clerk'), { meetingId, minutes: '到会七人，逐项表决，结果如下，全体签字。' })
    expect(await wordsOf(await get('resident1', `/meetings/${meetingId}`))).not.toContain('同意 6，反对 1')
    await resolveMeeting(town.as('director'), { meetingId })
    const html = await (await get(null, `/meetings/${meetingId}`)).text()
    expect(html).toContain('同意 6，反对 1')
    expect(html).toContain('全体签字')
    const propose = (words: Record<string, string>) =>
      send('resident1', '/meetings/topics/new', { communityId: 'C1', title: '楼下停车怎么排', ...words })
    const bare = await propose({ words: '' })
    expect([bare.status, (await bare.text()).includes('楼下停车怎么排')]).toEqual([400, true])
    const done = await propose({ words: '晚上七点以后没有车位，想商量一个排法' })
    const to = done.headers.get('location') ?? ''
    expect([done.status, to.startsWith('/meetings/topics/')]).toEqual([302, true])
    expect((await get('resident1', to)).status).toBe(200)
    expect((await get(null, to)).status).toBe(404)
  },
)
