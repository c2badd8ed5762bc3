import { eq } from 'drizzle-orm'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readSheet, writeSheets } from '#app/ports/sheet.ts'
import { journal, reissuedSlips, rollEntries, rollLoads, rounds } from '#db/schema/index.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { loadRoll, tryRoll } from '#domain/ask/vote/load-roll.ts'
import { sealHashOf } from '#domain/ask/vote/manifest.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { readRoll } from '#domain/ask/vote/read-roll.ts'
import { reissueSlip } from '#domain/ask/vote/reissue-slip.ts'
import { rollDifference } from '#domain/ask/vote/roll-measure.ts'
import { slipChanges } from '#domain/ask/vote/slip-change.ts'
import { refused, vote } from '#tests/support/round-votes.ts'
import { acceptedNeeds, openRound, roundInput, sealedRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const grids = [{ id: 'G1', name: '青石一格', code: '990101001001001' }]
const faults = (roll: string) => readRoll(roll, 'household', undefined, grids).faults

test('a line is refused for each thing that can be wrong with it, by its number', () => {
  expect(
    faults('甲,1-101,40,,,,青石一格,1号楼\n乙,1-102,40,,,,望澜一格\n丙,1-103,40,,,,990101001001001').map(
      ({ line, key }) => [line, key],
    ),
  ).toEqual([[2, 'grid']])
  expect(faults(`丁,1-104,40,,,,,${'长'.repeat(41)}`)).toEqual([{ line: 1, key: 'building' }])
  expect(faults('丁,1-104,17\n戊,1-105,四十\n己,1-106,40,1380\n庚,1-106')).toMatchObject([
    { line: 1, key: 'minor' },
    { line: 2, key: 'age' },
    { line: 3, key: 'phone' },
  ])
  expect(faults('a,b,1,2,3,4,5,6,7')).toEqual([{ line: 1, key: 'columns' }])
})

test('one door is one household however it is typed, and a year of birth is no age', () => {
  const twice =
    '张三,3号楼2单元501,37\n李四,３ 号楼 2 单元 501,40\n王五,3—501,40\n赵六,3-501,41\n钱七,3 - 502,41'
  const { lines, faults } = readRoll(twice, 'household')
  expect(faults).toEqual([
    { line: 2, key: 'household_twice' },
    { line: 4, key: 'household_twice' },
  ])
  expect(lines.map((l) => l.householdKey)).toEqual([
    '3号楼2单元501',
    '3号楼2单元501',
    '3-501',
    '3-501',
    '3-502',
  ])
  expect(lines[2]!.building).toBe('3')
  expect(readRoll('张三,3号楼501,37\n张 三,3号楼501,37', 'person').faults).toEqual([
    { line: 2, key: 'twice' },
  ])
  expect(readRoll('A,Block A Room 5,37', 'person').lines[0]!.householdKey).toBe('Block A Room5')
  const old = readRoll('张三,1,1990\n李四,2,200\n王五,3,1960-05\n赵六,4,120', 'household')
  expect(old.faults.map(({ line, key }) => `${line} ${key}`)).toEqual(['1 age', '2 age', '3 age'])
  expect(old.lines.map((l) => l.ageBand)).toEqual(['80+'])
})

test('twenty thousand lines are a roll; one more is refused by its line, typed or in a sheet, and never cut', async () => {
  const rows = Array.from({ length: 20_001 }, (_, i) => ['甲', `${i + 1}`])
  const typed = (some: readonly string[][]) => some.map((row) => row.join(',')).join('\n')
  const most = readRoll(`称呼,门牌\n${typed(rows.slice(1))}`, 'household')
  expect([most.lines.length, most.faults]).toEqual([20_000, []])
  const over = [{ line: 20_001, key: 'too_many' }]
  expect(faults(typed(rows))).toEqual(over)
  const read = await readSheet(await writeSheets([{ name: '名册', rows }]))
  expect(faults(read!.map((row) => row.join('\t')).join('\n'))).toEqual(over)
  const town = await world()
  const roundId = await drafted(town)
  const { measure, faults: told } = await tryRoll(town.as('clerk'), { roundId, roll: typed(rows) })
  expect([measure, told]).toEqual([null, over])
  expect(await refused(loadRoll(town.as('clerk'), { roundId, roll: typed(rows) }))).toBe('roll-has-faults')
  expect(await town.db.$count(rollEntries)).toBe(0)
})

test('no identity number is asked: a column or a cell that looks like one is refused', () => {
  for (const cell of ['110101194403071234', '11010119440307123X', '110101440307123'])
    expect(faults(`甲,1-101,${cell}`), cell).toEqual([{ line: 1, key: 'identity' }])
  expect(faults('称呼,门牌,年龄,身份证号\n甲,1-101,40,')).toEqual([{ line: 1, key: 'identity' }])
  expect(faults('称呼,门牌,年龄,手机号\n甲,1-101,40,13800000001')).toEqual([])
})

test('a building is what the roll says, what the door calls so, or what stands before its dash', () => {
  const doors = [
    '甲,3号楼-101',
    '乙,平房8号',
    '丙,3-1,,,,,,东院',
    '丁,锦和苑3号楼2单元501',
    '戊,讲座路5号',
    '己,乙栋101',
    '庚,12-3-401',
  ]
  const { lines } = readRoll(doors.join('\n'), 'household')
  expect(lines.map((line) => line.building)).toEqual([
    '3号楼',
    null,
    '东院',
    '锦和苑3号楼',
    null,
    '乙栋',
    '12',
  ])
})

const drafted = async (town: Town) => {
  const { id } = await draftRound(town.as('clerk'), roundInput(await acceptedNeeds(town, [100, 200])))
  return id
}

test('a trial import says what would change and keeps nothing; the difference of the roll is kept and shown', async () => {
  const town = await world()
  const roundId = await drafted(town)
  const roll = '甲,1-101,40,13800000001\n乙,1-102,82\n丙,2-101,30'
  const { measure } = await tryRoll(town.as('clerk'), { roundId, roll })
  expect(measure).toEqual({ entries: 3, households: 3, withoutPhone: 2, added: 3, gone: 0, registered: 40 })
  expect(await town.db.$count(rollEntries)).toBe(0)
  expect(await town.db.$count(rollLoads)).toBe(0)
  await loadRoll(town.as('clerk'), { roundId, roll })
  town.clock.set(new Date('2026-03-03T09:00:00+08:00'))
  await loadRoll(town.as('clerk'), { roundId, roll: '甲,1-101,40\n丁,3-101', source: 'sheet' })
  expect(await rollDifference(town.db, roundId)).toMatchObject({
    entries: 2,
    withoutPhone: 2,
    added: 1,
    gone: 2,
    registered: 40,
  })
  for (const who of ['director', 'station', 'grid', 'handler', 'clerk2'])
    expect(await refused(tryRoll(town.as(who), { roundId, roll })), who).toMatch(/seat|body/)
})

test('one wrong line and nothing is loaded; an identity number reaches no table', async () => {
  const town = await world()
  const roundId = await drafted(town)
  const roll = '甲,1-101,40\n乙,1-102,110101194403071234'
  expect(await refused(loadRoll(town.as('clerk'), { roundId, roll }))).toBe('roll-has-faults')
  expect((await tryRoll(town.as('clerk'), { roundId, roll })).measure).toBeNull()
  expect(await town.db.$count(rollEntries)).toBe(0)
  expect(JSON.stringify(await town.db.select().from(journal))).not.toContain('1101011944')
})

test('a grid of the community is known by name, one of another community is not', async () => {
  const town = await world()
  const roundId = await drafted(town)
  const at = (grid: string) => tryRoll(town.as('clerk'), { roundId, roll: `甲,1-101,40,,,,${grid}` })
  expect((await at('青石一格')).faults).toEqual([])
  expect((await at('望澜一格')).faults).toEqual([{ line: 1, key: 'grid' }])
})

test('a sheet of Excel is read as it stands, number for number; other files are no sheet', async () => {
  const columns = ['称呼', '门牌', '年龄', '手机号'].map((head) => ({ head }))
  const rows = [
    ['甲', '1-101', 67, 13_800_000_001],
    ['=1+1', '1-102', '80+', ''],
  ]
  const bytes = await writeSheets([{ name: '名册', columns, rows }])
  const read = await readSheet(bytes)
  expect(read?.[1]).toEqual(['甲', '1-101', '67', '13800000001'])
  expect(read?.[2]?.slice(0, 3)).toEqual(["'=1+1", '1-102', '80+'])
  const { lines } = readRoll(read!.map((row) => row.join('\t')).join('\n'), 'household')
  expect(lines.map((line) => line.phone)).toEqual(['13800000001', null])
  for (const other of [Buffer.from('甲,1-101'), bytes.subarray(0, 500), Buffer.alloc(0)])
    expect(await readSheet(other)).toBeNull()
})

test('the same rows give the same bytes whenever they are saved: a sheet tells nothing but its rows', async () => {
  const save = () => writeSheets([{ name: '名册', columns: [{ head: '称呼' }], rows: [['甲']] }])
  const first = await save()
  onTestFinished(() => void vi.useRealTimers())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  expect((await save()).equals(first)).toBe(true)
})

test('a small file that would unpack to more than memory holds is refused before it is read', async () => {
  const bytes = Buffer.from(
    zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 1 }),
  )
  expect(bytes.length).toBeLessThan(1024 * 1024)
  expect(await readSheet(bytes)).toBeNull()
})

test('a sheet with a cell far outside, or more rows than a roll has, is refused; one that says less than it holds too', async () => {
  const whole = await writeSheets([{ name: '名册', rows: [['甲'], ['乙']] }])
  const parts = unzipSync(whole)
  const at = 'xl/worksheets/sheet1.xml'
  const changed = (was: string | RegExp, is: string) =>
    Buffer.from(zipSync({ ...parts, [at]: strToU8(strFromU8(parts[at]!).replace(was, is)) }))
  expect(await readSheet(changed('<row r="2">', '<row  r="2">'))).toEqual([['甲'], ['乙']])
  for (const far of ['r="900000000"', "r='900000000'", 'x:r="900000000"', 'r="&#57;00000000"', 'r="9e8"'])
    expect(await readSheet(changed('<row r="2">', `<row ${far}>`)), far).toBeNull()
  expect(await readSheet(changed('r="A2"', 'r="ZZ2"'))).toBeNull()
  expect(await readSheet(changed('</sheetData>', `${'<row/>'.repeat(20_001)}</sheetData>`))).toBeNull()
  const lying = Buffer.from(whole)
  lying.writeUInt32LE(0xfff_ffff, lying.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
  expect(await readSheet(lying)).toBeNull()
})

test('a sheet that is written has a bold heading that stays in sight, and columns of text to type in', async () => {
  const columns = [{ head: '门牌', width: 20 }]
  const parts = unzipSync(await writeSheets([{ name: '名册', columns, rows: [] }]))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  const styles = strFromU8(parts['xl/styles.xml']!)
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  const kinds = [...styles.split('<cellXfs')[1]!.matchAll(/<xf ([^>]*)>/g)].map(([, kind]) => kind!)
  const [bold, text] = [/<c r="A1" s="(\d)"/, /<col style="(\d)"[^>]* width="20"/].map(
    (place) => kinds[Number(place.exec(sheet)?.[1])],
  )
  expect(bold).toContain('fontId="1"')
  expect(styles.match(/<font>.*?<\/font>/g)?.[1]).toContain('<b/>')
  expect(styles).toContain(`numFmtId="${/numFmtId="(\d+)"/.exec(text ?? '')?.[1]}" formatCode="@"`)
  expect(await readSheet(await writeSheets([{ name: '名册', columns, rows: [] }]))).toEqual([['门牌']])
})

test('a word that every object has is written like any other', async () => {
  const words = ['constructor', '__proto__', 'toString', '字']
  const read = await readSheet(await writeSheets([{ name: '表', rows: words.map((word) => [word, 1]) }]))
  expect(read).toEqual([
    ["'constructor", '1'],
    ["'__proto__", '1'],
    ["'toString", '1'],
    ['字', '1'],
  ])
})

test('one slip is made void or given out anew with a ground; the seal holds, the old code opens nothing', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const slip = round.slips[0]!
  const change = (act: 'reissue' | 'void', who = 'clerk') =>
    reissueSlip(town.as(who), {
      roundId: round.id,
      householdKey: slip.householdKey,
      act,
      ground: '纸条丢失，本人到站补领',
    })
  for (const who of ['director', 'station', 'grid', 'supervisor'])
    expect(await refused(change('reissue', who)), who).toBe('needs-another-seat')
  expect(await refused(change('reissue', 'clerk2'))).toBe('not-your-body')
  const first = await change('reissue')
  const second = await change('reissue')
  town.clock.set(new Date('2026-03-10T01:00:00+08:00'))
  const identify = (code: string) => refused(identifyVoter(town.as(null), { roundId: round.id, code }))
  expect(await identify(slip.code)).toBe('slip-void')
  expect(await identify(first.slip.code!)).toBe('slip-void')
  expect(await identify(second.slip.code!)).toBe('not refused')
  await change('void')
  expect(await identify(second.slip.code!)).toBe('slip-void')
  expect(await refused(change('void'))).toBe('slip-void-already')
  expect(await slipChanges(town.db, round.id)).toEqual({ voided: 3, reissued: 2 })
  const [now] = await town.db.select().from(rounds).where(eq(rounds.id, round.id))
  expect(await sealHashOf(town.db, now!)).toBe(now!.sealHash)
  const kept = JSON.stringify([
    await town.db.select().from(reissuedSlips),
    await town.db.select().from(journal),
  ])
  for (const code of [first.slip.code!, second.slip.code!, slip.householdKey])
    expect(JSON.stringify(await town.db.select().from(journal))).not.toContain(code)
  expect(kept).not.toContain(second.slip.code!)
})

test('a slip is changed only while the round is sealed or open, and only at a door that is there', async () => {
  const town = await world()
  const id = await drafted(town)
  await loadRoll(town.as('clerk'), { roundId: id, roll: '甲,1-101' })
  await printSlips(town.as('clerk'), { roundId: id })
  const change = (householdKey: string, roundId = id, label?: string) =>
    refused(
      reissueSlip(town.as('clerk'), {
        roundId,
        householdKey,
        label,
        act: 'void',
        ground: '已搬走，名册未改',
      }),
    )
  expect(await change('1-101')).toBe('slips-changed-while-sealed')
  const round = await openRound(town, { unit: 'person' })
  expect(await change('没有这一户', round.id)).toBe('no-such-door')
  const door = round.slips[0]!.householdKey
  expect(await change(door, round.id, round.slips[0]!.label)).toBe('not refused')
  expect(await refused(vote(town, round, 0, [0]))).toBe('slip-void')
})
