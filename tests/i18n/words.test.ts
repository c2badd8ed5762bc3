import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { formatter } from '#app/components/format.ts'
import { en } from '#app/i18n/en/index.ts'
import { isKey, quoted, tell, told, translator } from '#app/i18n/index.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { figures } from '#domain/figures.ts'

test('every word has its English, and English has no word of its own', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zhCN).toSorted())
})

test('every clock of the law says what it is for', () => {
  const clocks = figures.filter(({ unit }) => unit === 'wd' || unit === 'd' || unit === 'month')
  expect(clocks.length).toBeGreaterThan(40)
  expect(clocks.filter(({ code }) => !isKey(`rules.name.${code}`))).toEqual([])
})

test('a key stands in one chapter’s file only, so that no chapter silently overrules another', async () => {
  for (const lang of ['zh-CN', 'en']) {
    const folder = path.resolve('app/i18n', lang)
    // What the guard says stands outside the dictionary: it must answer when nothing else can.
    const files = readdirSync(folder).filter((name) => !['index.ts', 'guard.ts'].includes(name))
    expect(files.length).toBeGreaterThan(10)
    const homes = new Map<string, string[]>()
    for (const file of files) {
      const chapters: Record<string, object> = await import(pathToFileURL(path.join(folder, file)).href)
      for (const words of Object.values(chapters))
        for (const key of Object.keys(words)) homes.set(key, [...(homes.get(key) ?? []), file])
    }
    expect([...homes].filter(([, found]) => found.length > 1)).toEqual([])
    expect(homes.size).toBe(Object.keys(zhCN).length)
  }
})

test('a translation names the same values as the original', () => {
  const named = (words: string) => [...new Set(words.match(/\{\{\w+\}\}/g) ?? [])].toSorted()
  for (const [key, word] of Object.entries(en)) {
    const original = named(zhCN[key as keyof typeof zhCN])
    for (const form of typeof word === 'string' ? [word] : [word.other])
      expect([key, ...named(form)]).toEqual([key, ...original])
  }
})

test('English counts one and many; what a person typed is never read as a template', () => {
  const t = translator('en')
  expect(t('due.left.working', { n: 1 })).toBe('1 working day left')
  expect(t('due.left.working', { n: 9 })).toBe('9 working days left')
  expect(t('acting.hello', { name: '{{n}} $t(brand)' })).toBe('Hello, {{n}} $t(brand)')
})

test('a message with values survives the way through a form', () => {
  const t = translator('zh-CN')
  expect(told(t, tell('due.left.working', { n: 3 }))).toBe('还剩 3 个工作日')
  expect(told(t, tell('acting.hello', { name: '李&=? 阿姨' }))).toBe('您好，李&=? 阿姨')
  expect(told(t, '不是词条')).toBe('不是词条')
})

test('dates are days in Shanghai and money is exact', () => {
  const zh = formatter('zh-CN')
  expect(zh.date('2026-11-23')).toBe('2026 年 11 月 23 日（周一）')
  expect(zh.dateTime(Date.UTC(2026, 10, 22, 16, 0))).toBe('2026 年 11 月 23 日 00:00')
  expect(zh.money(12_000_001)).toBe('¥120,000.01')
  expect(zh.money(-800_000)).toBe('−¥8,000.00')
  expect(formatter('en').date('2026-11-23')).toBe('23 Nov 2026 (Mon)')
})

test('a quotation within a quotation takes the inner marks', () => {
  expect(quoted('“放学后“四点半课堂””列入票决')).toBe('“放学后‘四点半课堂’”列入票决')
  expect(quoted('“甲”和“乙”')).toBe('“甲”和“乙”')
})

test('no word of the product names the district of the demonstration: a founded one is called by its own name', () => {
  for (const words of [...Object.values(zhCN), ...Object.values(en)])
    expect(JSON.stringify(words)).not.toMatch(/栖禾|云澜|Qihe|Yunlan/)
})
