import { expect, test } from 'vitest'
import { markChinese } from '#app/http/mark-chinese.ts'

test('a Chinese name on an English page says that it is Chinese, and nothing else is touched', () => {
  expect(markChinese('<p>青石社区 is voting until 29 Nov.</p>')).toBe(
    '<p><span lang="zh-CN">青石社区</span> is voting until 29 Nov.</p>',
  )
  expect(markChinese('<td>“期末验收合格并公示，含服务对象意见” was accepted</td>')).toBe(
    '<td><span lang="zh-CN">“期末验收合格并公示，含服务对象意见”</span> was accepted</td>',
  )
  expect(markChinese('<li>Number XQ-2025-000011-2, “as printed”</li>')).toBe(
    '<li>Number XQ-2025-000011-2, “as printed”</li>',
  )
})

test('what cannot hold an element, or has said its language, stays as it is', () => {
  for (const html of [
    '<title>需求 · Sanshe</title>',
    '<option value="1">青石社区</option>',
    '<textarea name="words">楼道黑\n第二行</textarea>',
    '<input value="望澜社区" aria-label="社区"/>',
    '<button lang="zh-CN" name="lang">中文</button>',
  ])
    expect(markChinese(html)).toBe(html)
})
