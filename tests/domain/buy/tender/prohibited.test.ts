import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '#app/i18n/en/index.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { methodRows } from '#domain/buy/plan/methods-data.ts'
import { checkCriteria } from '#domain/buy/tender/check-criteria.ts'
import { prohibitedIn, refuseNamed } from '#domain/buy/tender/prohibited-factors.ts'
import { factors } from '#domain/buy/tender/prohibited-factors-data.ts'
import {
  checkQualification,
  itemsOf,
  kindOfLine,
  refuseScoredAgain,
} from '#domain/buy/tender/qualification-items.ts'
import { scoreTemplates, usualQualification } from '#domain/buy/tender/score-templates-data.ts'

const asked: Record<string, readonly string[]> = {
  capital: [
    '注册资本不少于 50 万元',
    '注 册 资 金 100 万以上',
    '註冊資本二百万',
    '开办资金３０万元',
    '实缴的资本达到 20 万',
    'Registered  Capital of 500,000',
    '实收资本 50 万',
  ],
  assets: [
    '净资产 100 万元以上',
    '固定资产不少于 30 万',
    'total assets over 1m',
    '资产 500 万元以上',
    '资产总值',
  ],
  turnover: [
    '上年营业收入达到 200 万元',
    '年收入 100 万以上',
    '近三年营收',
    'annual turnover of 2m',
    '总收入不少于 300 万元',
  ],
  staff: [
    '员工人数不少于 20 人',
    '从业人员规模 30 人以上',
    '在册\u200b人员总数',
    '社保缴纳人数 10 人',
    'at least 20, number of employees',
    '员工 100 人以上',
    '有职工三十名以上',
    '拥有专职员工一百名及以上得 5 分',
    '从业人员达到 50 人',
    'at least 50 full-time employees',
  ],
  profit: ['近两年盈利', '连续三年有盈余', 'profitable for two years'],
  tax: ['年纳税额 10 万元以上', '缴税总额不低于五万', '年纳税 50 万元以上'],
  branch: [
    '在本市设有分支机构',
    '本区有固定的办公场所',
    '当地注册',
    'must keep a branch office here',
    '在本区有固定办公室',
    '本市设有服务站点',
    '注册地在本市',
    '须在某某区注册',
    'a local office',
  ],
  award: [
    '获得过市级荣誉',
    '本市同类业绩每个 2 分',
    '区级表彰加 3 分',
    '获得市级称号',
    '在本街道承接过同类项目',
  ],
  brand: ['必须使用指定品牌的血压计', '指定某某软件', '平板电脑品牌为某某'],
  form: ['仅限民办非企业单位', '须为国有企业', '只接受社会团体', '按所有制形式加分', '仅面向民办非企业单位'],
  years: ['成立满三年', '机构成立 2 年以上', '经营年限不少于五年', '登记满两周年', '具有三年以上经营历史'],
  library: ['列入区社会组织名录库', '须在供应商库内', '入围我街道备选库'],
}

test('each thing that may be no condition is found however it is spelled, and quoted as it was typed', () => {
  expect(Object.keys(asked).sort()).toEqual(factors.map((f) => f.code).sort())
  for (const [code, list] of Object.entries(asked))
    for (const words of list) {
      expect(prohibitedIn(words), words).toMatchObject({ code })
      expect(words).toContain(prohibitedIn(words)!.words)
    }
})

test('saying that something is not asked for is no condition, unless it is asked in the same breath', () => {
  for (const fine of [
    '不限地域，不看注册资金和规模',
    '不要求注册资本',
    '无须在本市设立分支机构',
    '不得以营业收入为条件',
    '不指定品牌',
    '在民政部门依法登记，登记证书在有效期内',
    '近三年没有重大违法记录',
    '团队中持证社工不少于 2 名',
    '社工从业满 3 年',
    '非营利组织（non-profit）也可以',
    '能提供有限公司或者社会组织的登记证书',
    '近三年同类合同每个 2 分，最高 8，不限地域',
    '服务企业员工 100 人以上',
    '投入本项目的专职人员 3 人以上',
    '在本街道社区服务中心的办公室开展服务',
    '年收入较低家庭优先服务',
    '在本市开展服务，志愿者 50 人以上',
  ])
    expect(prohibitedIn(fine), fine).toBeNull()
  expect(prohibitedIn('不限地域但注册资本须达到 50 万')).toMatchObject({ code: 'capital' })
  expect(prohibitedIn('不看规模注册资本不低于 50 万')).toMatchObject({ code: 'capital' })
  expect(prohibitedIn('不要求本地户籍，员工人数不少于 20 人')).toMatchObject({ code: 'staff' })
})

test('filling, width and case hide nothing', () => {
  const filler = fc.constantFrom('', ' ', '\u3000', '\u200b', '·', '-', '“', '（')
  const wide = (c: string) => (/[a-z]/i.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)
  fc.assert(
    fc.property(
      fc.constantFrom('注册资本', '净资产', '营业收入', '纳税额', 'turnover', 'headcount'),
      fc.array(filler, { minLength: 10, maxLength: 10 }),
      fc.boolean(),
      (words, fill, broad) => {
        const typed = [...words].map((c, i) => `${broad ? wide(c) : c}${fill[i] ?? ''}`).join('')
        expect(prohibitedIn(`要求${typed}不少于10`)).not.toBeNull()
      },
    ),
    { numRuns: 100 },
  )
})

test('a requirement names no brand and no library, and may speak of the rest', () => {
  expect(() => refuseNamed('服务用平板电脑必须使用某某品牌')).toThrow(
    expect.objectContaining({ reason: 'prohibited-brand' }),
  )
  expect(() => refuseNamed('从街道名录库内选志愿者队伍')).toThrow(
    expect.objectContaining({ reason: 'prohibited-library' }),
  )
  refuseNamed('每季度教职工培训一次，不指定品牌；帮老人办理营业收入申报。')
})

test('every refused factor says why in both languages, with its source in the data', () => {
  for (const { code, source } of factors) {
    expect(source.length).toBeGreaterThan(6)
    const key = `refusal.prohibited-${code}` as keyof typeof zhCN
    expect(zhCN[key]).toContain('{{words}}')
    expect(String(en[key])).toContain('{{words}}')
  }
})

test('a condition is of a kind, told by its words or chosen by its writer', () => {
  expect(usualQualification.map(kindOfLine)).toEqual(['registration', 'credit', 'inspection', 'record'])
  expect(kindOfLine('近三年同类合同不少于 2 个')).toBe('contracts')
  expect(kindOfLine('有无障碍车辆')).toBe('other')
  const [item] = itemsOf(['有无障碍车辆'], [{ words: '有无障碍车辆', kind: 'licence' }])
  expect(item).toEqual({ words: '有无障碍车辆', kind: 'licence' })
  expect(itemsOf(['未列入失信名单'], [{ words: '未列入失信名单', kind: 'other' }])[0]!.kind).toBe('credit')
})

test('at most two like contracts are asked for, and no condition stands there twice', () => {
  const check =
    (...lines: string[]) =>
    () =>
      checkQualification(itemsOf(lines))
  check('近三年同类合同 2 个', '承接过两个同类项目')()
  for (const many of ['近三年同类合同不少于 3 个', '承接过三个同类项目', '类似业绩 ５ 份', '同类项目十二个'])
    expect(check(many), many).toThrow(expect.objectContaining({ reason: 'qualification-contracts' }))
  expect(check('依法登记', '依 法 登 记')).toThrow(expect.objectContaining({ reason: 'qualification-twice' }))
})

test('what admits a supplier earns it no points', () => {
  const select = scoreTemplates.SELF_SELECT!
  const again =
    (line: string, criteria = select) =>
    () =>
      refuseScoredAgain(itemsOf([line]), criteria)
  for (const line of usualQualification) again(line)()
  expect(again('评估等级 3A 及以上')).toThrow(
    expect.objectContaining({
      reason: 'prohibited-again',
      params: expect.objectContaining({ name: '评估等级与信用' }),
    }),
  )
  const consult = scoreTemplates.COMPETITIVE_CONSULTATION!
  expect(again('近三年有同类项目业绩', consult)).toThrow(
    expect.objectContaining({ reason: 'prohibited-again' }),
  )
  expect(again('负责人持社会工作师证', consult)).toThrow(
    expect.objectContaining({ reason: 'prohibited-again' }),
  )
  const own = [{ name: '车辆', guidance: '机构自有 或租用无障碍服务车辆两台的得 5 分' }]
  expect(() => refuseScoredAgain(itemsOf(['自有或租用无障碍服务车辆两台']), own)).toThrow(
    expect.objectContaining({ reason: 'prohibited-again' }),
  )
})

test('a grade of assessment is scored only where the route lets it, and for five points at most', () => {
  const below = { noPrice: false, priceMin: 20, priceMax: 20, gradeScored: true }
  const select = scoreTemplates.SELF_SELECT!
  checkCriteria(select, below)
  expect(() => checkCriteria(select, { ...below, gradeScored: false })).toThrow(
    expect.objectContaining({ reason: 'criteria-grade-here' }),
  )
  const heavy = select.map((c) =>
    c.code === 'GRADE'
      ? { ...c, max: 10 }
      : c.code === 'TEAM'
        ? { ...c, max: 10, bands: { A: 10, B: 5 } }
        : c,
  )
  expect(() => checkCriteria(heavy, below)).toThrow(
    expect.objectContaining({ reason: 'criteria-grade-share' }),
  )
})

test('each route begins with a sheet that passes it, every judged factor with words for each band', () => {
  for (const [code, sheet] of Object.entries(scoreTemplates)) {
    const {
      noPrice,
      priceMin = null,
      priceMax = null,
      gradeScored = false,
    } = methodRows.find((m) => m.code === code)!
    checkCriteria(sheet, { noPrice, priceMin, priceMax, gradeScored })
    for (const c of sheet.filter((one) => one.kind === 'subjective'))
      expect(Object.keys(c.levels!)).toEqual(Object.keys(c.bands!))
  }
  checkCriteria([], { noPrice: false, priceMin: null, priceMax: null, direct: true })
})
