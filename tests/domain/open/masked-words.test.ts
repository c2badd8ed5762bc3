import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked, struck } from '#domain/masked-words.ts'

const wide = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))

test('telephone and identity numbers are struck out however they are typed', () => {
  for (const number of [
    ...['13977770001', '139 7777 0001', '139-7777-0001', '１３９７７７７０００１', '+86 139 7777 0001'],
    ...['8613977770001', '139—77770001', '1 3 9 7 7 7 7 0 0 0 1', '0771-5551234', '(0771)5551234'],
    ...['010 6555 1234', '450103198512121234', '45010319851212123X', '450103 19851212 123x'],
  ]) {
    const words = `师傅来晚了，有事打 ${number}，谢谢`
    expect(masked(words), number).toBe('师傅来晚了，有事打 ***，谢谢')
    expect(masked(wide(number)), number).not.toMatch(/[0-9０-９]/)
  }
  expect(masked('1.13977770001，3 楼；13966660002 5 号门')).toBe('1.***，3 楼；*** 5 号门')
  expect(masked('电话：5551234，座机 5551-2345')).toBe('电话：***，座机 ***')
})

test('of what an office writes a person’s numbers are struck out and the landline of a service stands', () => {
  expect(struck('找老李 139 7777 0001（450103198512121234），座机 0771-5551234 或 12345')).toBe(
    '找老李 ***（***），座机 0771-5551234 或 12345',
  )
  expect([struck(null), struck(undefined), struck('')]).toEqual([null, undefined, ''])
})

test('sums, dates, hours and reference numbers stand', () => {
  const plain = [
    ...['', '¥13,977,770,001.00', '13977770001.50 元', '2026-03-02 09:30', '2026 年 3 月 2 日 14 点 30 分'],
    ...['XQ-2026-0012', '05-0137', '2611139777700012345678', '发票 26111397777000123456', '第 13 到 18 日'],
    ...[
      '20260302',
      '联系时间 2026-03-02 上午',
      '电话回访 20260302',
      '来了 1397 人次',
      '91450100MA5K12345X',
      '12345',
      '0.5 小时',
      '3.1415926535897',
    ],
  ]
  for (const words of plain) expect(masked(words)).toBe(words)
  expect([masked(null), masked(undefined)]).toEqual([null, undefined])
})

test('no eleven digits of a mobile number come through between any words', () =>
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }).filter((s) => !/[0-9+]/.test(s)),
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
      (said, number) => {
        expect(masked(`${said}${number}${said}`)).toBe(`${said}***${said}`)
      },
    ),
    { numRuns: 100 },
  ))
