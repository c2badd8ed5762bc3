import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Qr } from '#app/components/ask/qr.tsx'

/** The dark squares of a drawn code, row by row. */
function squaresOf(svg: string): boolean[][] {
  const size = Number(/viewBox="-3 -3 (\d+)/.exec(svg)![1]) - 6
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let at = Number(x); at < Number(x) + Number(run); at++) rows[Number(y)]![at] = true
  return rows
}
const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
const corner = (rows: boolean[][], top: number, left: number) =>
  rows.slice(top, top + 7).map((row) =>
    row
      .slice(left, left + 7)
      .map(Number)
      .join(''),
  )

test.each([
  ['https://sanshe.example/survey/abcd1234', 29],
  ['三社联动', 21],
  ['https://sanshe.example/投票', 29],
])('a QR of %s has its three corners and its size, in bytes of UTF-8', (text, size) => {
  const rows = squaresOf(renderToStaticMarkup(<Qr text={text} label="二维码" />))
  expect(rows).toHaveLength(size)
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    expect(corner(rows, top, left)).toEqual(finder)
})

test('a public QR is drawn once and again the same, each text its own, however many there are', () => {
  const drawn = (at: number, isPublic: boolean) =>
    renderToStaticMarkup(<Qr isPublic={isPublic} text={`${at}`} label="" />)
  const many = Array.from({ length: 520 }, (_, at) => drawn(at, true))
  expect(new Set(many).size).toBe(520)
  for (const at of [0, 19, 510, 519])
    expect([drawn(at, true), drawn(at, false)]).toEqual([many[at], many[at]])
})
