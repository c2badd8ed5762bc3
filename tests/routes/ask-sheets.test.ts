import readBook from 'read-excel-file/node'
import { expect, onTestFinished, test } from 'vitest'
import { readSheet } from '#app/ports/sheet.ts'
import { meetingSteps } from '#db/schema/index.ts'
import { raiseTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { readDeskMeeting } from '#domain/ask/deliberation/read-desk.ts'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { planStep, recordResolution } from '#domain/ask/deliberation/record-resolution.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { printSheets } from '#domain/ask/survey/print-sheets.ts'
import { readTemplates } from '#domain/ask/survey/template.ts'
import { readWords, showWords } from '#domain/ask/survey/words.ts'
import { drawCallbacks } from '#domain/ask/vote/callbacks/draw-callbacks.ts'
import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { raiseClaim } from '#domain/ask/vote/household-claims.ts'
import { reissueSlip } from '#domain/ask/vote/reissue-slip.ts'
import { ask, needOf } from '#tests/support/ask.ts'
import { codeOf, returnedBatch } from '#tests/support/channels.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { aBody, heldMeeting } from '#tests/support/deliberation.ts'
import { answersOf, reportNow, surveyWith } from '#tests/support/survey.ts'
import { castBy, openRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

async function served(town: Town) {
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const get = async (path: string, who: string | null) =>
    fetch(url + path, { headers: who ? { cookie: await cookieFor(url, who) } : {}, redirect: 'manual' })
  const cells = async (path: string, who: string | null) => {
    const answer = await get(path, who)
    expect([path, answer.status]).toEqual([path, 200])
    expect(answer.headers.get('cache-control')).toContain('no-store')
    return (await readSheet(Buffer.from(await answer.arrayBuffer())))!
  }
  const send = async (path: string, who: string, fields: Record<string, string>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const headers = { origin: url, cookie: await cookieFor(url, who) }
    return fetch(url + path, { method: 'POST', redirect: 'manual', headers, body })
  }
  return { get, cells, send }
}

/** One resolution passed with a step to take, one turned down. */
async function decide(town: Town, meetingId: string) {
  const { items } = await readMeeting(town.as(null), meetingId)
  const said = { meetingId, itemId: items[0]!.id, abstained: 0 }
  const clerk = town.as('clerk')
  await recordResolution(clerk, { ...said, words: '管护公约试行一年', inFavour: 6, against: 1 })
  await recordResolution(clerk, { ...said, words: '=不通过的一项', inFavour: 1, against: 6 })
  const { resolutions } = await readDeskMeeting(clerk, meetingId)
  const step = { words: '张贴公约', partyId: 'ST1', dueOn: '2026-03-31' }
  await planStep(clerk, { meetingId, resolutionId: resolutions[0]!.id, ...step })
  const done = { done: '公约已经上墙。', doneAt: town.clock.now() }
  await town.transact((tx) => tx.update(meetingSteps).set(done))
}

test.skipIf(!isBuilt)(
  'needs, asks, meetings, attendance and paper batches go out as sheets to whoever reads their page, and nothing is a formula',
  async () => {
    const town = await world()
    await draftNeed(town.as('clerk'), await needOf(town, { title: '=HYPERLINK(坏链接)' }))
    const words = '+二楼王奶奶家的灯坏了！她的电话写在门上，请尽快来修，谢谢大家。'
    const { refNo } = await submitSuggestion(town.as(null), ask({ words, phone: '13900001234' }))
    const meetingId = await heldMeeting(town)
    await decide(town, meetingId)
    const round = await openRound(town)
    await returnedBatch(town, round, 3, 5)
    const { get, cells } = await served(town)
    const paths: Array<[path: string, who: string, others: Array<string | null>]> = [
      ['/desk/needs.xlsx', 'clerk', ['resident1', 'editor1', null]],
      ['/desk/suggestions.xlsx', 'clerk', [null]],
      ['/desk/meetings.xlsx', 'clerk', ['handler', 'resident1', null]],
      [`/desk/meetings/${meetingId}/attendance.xlsx`, 'clerk', ['clerk2', 'handler', null]],
      [`/desk/rounds/${round.id}/paper.xlsx`, 'clerk', ['clerk2', 'resident1', null]],
    ]
    for (const [path, , others] of paths)
      for (const who of others) {
        const said = who && /(attendance|paper)\.xlsx$/.test(path) ? 404 : 403
        expect([path, who, (await get(path, who)).status]).toEqual([path, who, said])
      }
    const needs = await cells('/desk/needs.xlsx', 'clerk')
    expect(needs.flat()).toContain("'=HYPERLINK(坏链接)")
    const asks = (await cells('/desk/suggestions.xlsx', 'clerk')).flat()
    expect(asks).toContain(refNo)
    expect(asks).toContain("'+二楼王奶奶家的灯坏了")
    expect(asks.join()).not.toMatch(/1234|电话/)
    expect(await cells('/desk/suggestions.xlsx', 'handler')).toHaveLength(1)
    const hall = await (await get('/desk/meetings.xlsx', 'clerk')).arrayBuffer()
    const [met, decided] = await readBook(Buffer.from(hall))
    expect([met!.data.length, decided!.sheet]).toEqual([2, '决议'])
    expect(decided!.data.slice(1).map((row) => row.slice(2, 8))).toEqual([
      ['管护公约试行一年', '通过', '张贴公约', '青石社区服务站', '2026-03-31', '2026-03-09'],
      ["'=不通过的一项", '未通过', null, null, null, null],
    ])
    const came = await cells(`/desk/meetings/${meetingId}/attendance.xlsx`, 'clerk')
    expect(came.find(([word]) => word === '到会')?.[1]).toBe('7')
    const batch = (await cells(`/desk/rounds/${round.id}/paper.xlsx`, 'clerk'))[1]!
    expect(batch.slice(1, 5).filter((cell) => /^\d+$/.test(cell))).toEqual(['5', '3', '2'])
    for (const path of ['/per-head.xlsx', '/burden.xlsx'])
      expect((await cells(path, null)).length).toBeGreaterThan(2)
    expect((await get('/burden.xlsx?street=S99', null)).status).toBe(404)
    expect((await get('/burden?month=2020-01', null)).status).toBe(404)
  },
)

/** Three like asks, and a survey that is over, one of its sentences cleared. */
async function heardTown(town: Town) {
  for (const n of [1, 2, 3]) {
    const words = `${n} 号楼夜里广场舞噪声太大，老人睡不着觉，请管一管。`
    const noise = ask({ kind: 'grid_event', gridId: 'G1', category: null, words })
    await submitSuggestion(town.as(`resident${n}`), noise)
  }
  const { id: wordyId } = await surveyWith(town)
  await answersOf(
    town,
    wordyId,
    Array.from({ length: 6 }, (_, n) => ({ answers: { Q1: '老年', Q7: `王奶奶说第${n}句` } })),
  )
  await reportNow(town, wordyId)
  const [{ rows } = { rows: [] }] = (await readWords(town.as('clerk'), wordyId)).questions
  const said = { surveyId: wordyId, questionId: 'Q7', answerId: rows[0]!.answerId, shown: '=楼道的灯太暗' }
  await showWords(town.as('clerk'), said)
  const { templates } = await readTemplates(town.as('clerk'))
  return { wordyId, templateId: templates.find(({ committeeId }) => committeeId === 'C1')!.id }
}

/** A hall with a topic, a survey on paper, and a round with help, a dispute and a lost slip. */
async function busyTown(town: Town) {
  const bodyId = await aBody(town)
  const title = '@小区停车怎么管'
  await raiseTopic(town.as('clerk'), {
    title,
    words: '晚上没有车位，消防通道也停了车。',
    communityId: 'C1',
  })
  const { id: surveyId } = await surveyWith(town)
  const batch = { surveyId, building: '3号楼', households: 20, sheets: 12 }
  await printSheets(town.as('clerk'), batch)
  const round = await openRound(town)
  const [roundId, code] = [round.id, codeOf(round, 0)]
  const choices = [round.needIds[0]!]
  await castFor(town.as('station'), { roundId, code: codeOf(round, 1), channel: 'desk', choices })
  await drawCallbacks(town.as('supervisor'), { roundId })
  await castBy(town, round, 0, [0])
  await raiseClaim(town.as(null), { roundId, code, claimant: '-儿子', reason: '户主是我父亲' })
  const { householdKey } = round.slips[2]!
  await reissueSlip(town.as('clerk'), { roundId, householdKey, act: 'reissue', ground: '纸条丢失补领' })
  const heard = await heardTown(town)
  return { ...heard, bodyId, surveyId, roundId, refNo: round.slips[2]!.householdKey }
}

test.skipIf(!isBuilt)(
  'every other list of a staff page of asking goes out as a sheet too, linked from it and shut to whom it is shut',
  async () => {
    const town = await world()
    const { bodyId, surveyId, roundId, refNo: door, wordyId, templateId } = await busyTown(town)
    const { get, cells } = await served(town)
    const [desk, round] = ['/desk/meetings', `/desk/rounds/${roundId}`]
    const lists: Array<
      [
        page: string,
        sheet: string,
        who: string | null,
        others: Array<string | null>,
        has: Record<string, string>,
      ]
    > = [
      ['/desk/surveys', '/desk/surveys.xlsx', 'clerk', ['handler', null], { 已收到: '6' }],
      [
        `/desk/surveys/${surveyId}/sheets`,
        `/desk/surveys/${surveyId}/coverage.xlsx`,
        'clerk',
        ['clerk2', 'resident1', null],
        { 楼栋: '3号楼', 印了: '12', 收回: '0', 占户数: '0%' },
      ],
      [
        `${desk}/bodies/${bodyId}`,
        `${desk}/bodies/${bodyId}/members.xlsx`,
        'clerk',
        ['clerk2', 'handler', null],
        { 成员: '王先生', 界别: '第1居民小组', 性别: '男' },
      ],
      ['/desk/templates', '/desk/templates.xlsx', 'clerk', ['station', 'resident1', null], { 版本: '1' }],
      [
        `/desk/templates/${templateId}`,
        `/desk/templates/${templateId}/questions.xlsx`,
        'director',
        ['clerk2', 'handler', null],
        { 题型: '单选', 选项: '青年；中年；老年', 要答: '是' },
      ],
      [
        `/desk/surveys/${wordyId}/words`,
        `/desk/surveys/${wordyId}/words.xlsx`,
        'clerk',
        ['clerk2', 'director', 'station', null],
        { 题目: '还想说什么', 还没看: '5', 可以公布: '1', 不公布: '0' },
      ],
      [`/surveys/${wordyId}/waves`, `/surveys/${wordyId}/waves.xlsx`, 'clerk', [], {}],
      ['/desk/topics', '/desk/topics.xlsx', 'clerk', ['station', 'resident1', null], { 诉求: '3' }],
      [`${desk}/bodies`, `${desk}/bodies.xlsx`, 'clerk', ['handler', null], { 人数: '9' }],
      ['/replies', '/replies.xlsx?street=S1', null, [], {}],
      [desk, `${desk}/topics.xlsx`, 'clerk', ['handler', null], { 议题: "'@小区停车怎么管" }],
      ['/desk/rounds', '/desk/rounds.xlsx', 'clerk', ['resident1', 'editor1', null], { 额度: '280000' }],
      [
        `${round}/claims`,
        `${round}/claims.xlsx`,
        'director',
        ['clerk2', 'resident1', null],
        { 提出的人: "'-儿子", 提出的理由: '户主是我父亲' },
      ],
      [
        `${round}/callbacks`,
        `${round}/callbacks.xlsx`,
        'supervisor',
        ['clerk', 'station', null],
        { 代录方式: '服务站', 回访结果: '还没有问' },
      ],
      [
        `${round}/reissue`,
        `${round}/reissued.xlsx`,
        'clerk',
        ['clerk2', 'director', null],
        { 门牌: door, 理由: '纸条丢失补领' },
      ],
    ]
    for (const [page, sheet, who, others, has] of lists) {
      expect(await (await get(page, who)).text(), page).toContain(`href="${sheet}"`)
      for (const other of others)
        expect([403, 404], `${sheet} for ${other}`).toContain((await get(sheet, other)).status)
      const [heads, first] = await cells(sheet, who)
      for (const [head, cell] of Object.entries(has))
        expect([sheet, head, first?.[heads!.findIndex((one) => one.startsWith(head))]]).toEqual([
          sheet,
          head,
          cell,
        ])
    }
    const words = await (await get(`/desk/surveys/${wordyId}/words.xlsx`, 'clerk')).arrayBuffer()
    const [, cleared] = await readBook(Buffer.from(words))
    expect(cleared!.data.slice(1)).toEqual([['还想说什么', "'=楼道的灯太暗"]])
    const all = (await cells(`${round}/callbacks.xlsx`, 'supervisor')).flat().join()
    expect(all).not.toMatch(/XQ-|需求1/)
  },
)

test.skipIf(!isBuilt)(
  'a clerk enters what was asked of the committee; a petition is taken up and shows its days',
  async () => {
    const town = await world()
    await needOf(town)
    const { refNo } = await submitSuggestion(town.as('resident1'), ask({ kind: 'other' }))
    const { get, cells, send } = await served(town)
    for (const who of ['director', 'resident1', null])
      expect((await get('/desk/burden', who)).status).toBe(403)
    const form = { _form: 'enter', month: '2026-03', kind: 'table', office: '区统计局', name: '月报' }
    const bad = await send('/desk/burden', 'clerk', { ...form, copies: '0', hours: '三', duty: '' })
    const said = await bad.text()
    expect(bad.status).toBe(400)
    for (const word of ['请写填报次数', '请写用时', '请选依据哪一条责任']) expect(said).toContain(word)
    const good = { ...form, copies: '2', hours: '3.5', duty: 'outside' }
    expect((await send('/desk/burden', 'clerk', good)).headers.get('location')).toBe('/desk/burden')
    expect(await (await get('/desk/burden', 'clerk')).text()).toMatch(
      /区统计局[\s\S]*href="\/desk\/burden\.xlsx"/,
    )
    const [, entered] = await cells('/desk/burden.xlsx', 'clerk')
    expect(entered!.slice(0, 7)).toEqual(['2026-03', '区统计局', '报表', '月报', '2', '3.5', '清单外'])
    for (const who of ['director', 'resident1', null])
      expect((await get('/desk/burden.xlsx', who)).status).toBe(403)
    expect(await (await get('/burden', null)).text()).toContain('区统计局')
    const desk = `/desk/suggestions/${refNo}`
    const blank = await send(desk, 'handler', { _form: 'answer', reply: '已经看过，依据清单答复。' })
    expect([blank.status, (await blank.text()).includes('请选依据哪一条责任')]).toEqual([400, true])
    const short = await send(desk, 'handler', { _form: 'petition', reason: '短' })
    expect(short.status).toBe(400)
    await send(desk, 'handler', { _form: 'petition', reason: '对办事机关的答复不服。' })
    const shown = await (await get(desk, 'handler')).text()
    for (const word of ['信访工作条例 第二十二条', '不予受理', '由哪个机关办理'])
      expect(shown).toContain(word)
    expect(shown).not.toContain('采纳，写成需求')
    await send(desk, 'handler', { _form: 'petition-accept', office: '区住房和城乡建设局' })
    const open = await (await get(`/suggestions/${refNo}`, null)).text()
    for (const word of ['区住房和城乡建设局', '信访工作条例 第三十四条']) expect(open).toContain(word)
    expect(open).not.toContain('答复不服')
    expect(await (await get('/desk/suggestions', 'handler')).text()).toContain('第三十四条')
  },
)
