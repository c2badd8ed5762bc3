import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'
import type { Paper, PaperPart } from './paper.ts'
import { qrRows, runsOf } from './qr-rows.ts'

/** GB/T 9704: A4, 37 mm above, 35 mm below, 28 mm and 26 mm at the sides; in points. */
const margins = { top: 105, bottom: 99, left: 79, right: 74 }
const body = 14
const gap = 6
const small = 9

let font: Buffer | null = null
/** The whole face, read once; each file carries only the signs it uses. */
const face = () => {
  font ??= readFileSync(
    createRequire(import.meta.url).resolve(
      '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    ),
  )
  return font
}

type Doc = PDFDocument
const widthOf = ({ page }: Doc) => page.width - page.margins.left - page.margins.right
const bottomOf = ({ page }: Doc) => page.height - page.margins.bottom

/** Begins a new page where what comes next would not stand whole on this one. */
const room = (doc: Doc, height: number) => {
  if (doc.y + height > bottomOf(doc)) doc.addPage()
}

const line = (doc: Doc, y: number) =>
  doc
    .moveTo(doc.page.margins.left, y)
    .lineTo(doc.page.width - doc.page.margins.right, y)
    .lineWidth(0.5)
    .stroke('#888888')

/** One row of cells side by side, as high as the highest of them. */
function cells(doc: Doc, words: readonly string[], widths: readonly number[], right: readonly number[] = []) {
  doc.fontSize(11)
  const height = Math.max(...words.map((w, i) => doc.heightOfString(w, { width: widths[i]! - 8 }))) + 8
  room(doc, height)
  const { y } = doc
  let x = doc.page.margins.left
  for (const [i, w] of words.entries()) {
    doc.text(w, x + 4, y + 4, { width: widths[i]! - 8, align: right.includes(i) ? 'right' : 'left' })
    x += widths[i]!
  }
  line(doc, y + height)
  doc.x = doc.page.margins.left
  doc.y = y + height
}

function table(
  doc: Doc,
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  money: readonly number[],
) {
  const first = widthOf(doc) * 0.4
  const others = (widthOf(doc) - first) / (head.length - 1)
  const widths = head.map((_, i) => (i === 0 ? first : others))
  line(doc, doc.y)
  cells(doc, head, widths, money)
  for (const row of rows) cells(doc, row, widths, money)
  doc.moveDown(0.5)
}

/** A square to be read by a telephone, its address in words to the right of it. */
function code(doc: Doc, address: string, words: string) {
  const rows = qrRows(address)
  const [side, quiet] = [71, 8]
  room(doc, side + 2 * quiet)
  const { y } = doc
  const { left } = doc.page.margins
  const one = side / rows.length
  for (const [at, row] of rows.entries())
    for (const run of runsOf(row)) doc.rect(left + run.at * one, y + quiet + at * one, run.long * one, one)
  doc.fill('#000000')
  const beside = { width: widthOf(doc) - side - 16, lineGap: 2 }
  doc.fontSize(11).text(words, left + side + 16, y + quiet, beside)
  doc.fontSize(small).text(address, beside)
  doc.x = left
  doc.y = Math.max(doc.y, y + side + 2 * quiet)
}

const draw: { [K in PaperPart['kind']]: (doc: Doc, part: Extract<PaperPart, { kind: K }>) => void } = {
  heading: (doc, { words }) => {
    room(doc, 60)
    doc.moveDown(0.5).fontSize(15).text(words, { lineGap: gap })
  },
  words: (doc, { words }) => {
    doc.fontSize(body)
    for (const one of words.split('\n')) doc.text(one, { indent: 2 * body, lineGap: gap, align: 'left' })
  },
  facts: (doc, { facts }) => {
    line(doc, doc.y)
    for (const row of facts) cells(doc, row, [widthOf(doc) * 0.28, widthOf(doc) * 0.72])
    doc.moveDown(0.5)
  },
  table: (doc, { head, rows, money = [] }) => table(doc, head, rows, money),
  fingerprint: (doc, { words }) => {
    doc.fontSize(small).text(words, { lineGap: 2 }).moveDown(0.5)
  },
  codes: (doc, { codes }) => {
    for (const { address, words } of codes) code(doc, address, words)
  },
}

/** The foot of every page: what it is a page of, and which page of how many. */
function foot(doc: Doc, words: string) {
  const { count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at)
    const { left, bottom } = doc.page.margins
    doc.page.margins.bottom = 0
    const y = doc.page.height - 60
    doc.fontSize(small).fillColor('#444444')
    doc.text(words, left, y, { width: widthOf(doc) * 0.75, lineBreak: false })
    doc.text(`— ${at + 1} / ${count} —`, left, y, { width: widthOf(doc), align: 'right', lineBreak: false })
    doc.page.margins.bottom = bottom
  }
}

/** A paper as PDF: its face is embedded, only the signs used, and its words can be searched and copied. */
export async function drawPdf(paper: Paper): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const info = { Title: paper.title, Creator: 'Sanshe', Producer: 'Sanshe', CreationDate: paper.at }
  const doc = new Pdf({ size: 'A4', margins, bufferPages: true, lang: 'zh-CN', displayTitle: true, info })
  const chunks: Uint8Array[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('face', face()).font('face').fillColor('#000000')
  doc.fontSize(20).text(paper.title, { align: 'center', lineGap: gap })
  doc.fontSize(11).text(paper.number, { align: 'center' }).moveDown(1)
  for (const part of paper.parts) (draw[part.kind] as (d: Doc, p: PaperPart) => void)(doc, part)
  foot(doc, paper.foot)
  doc.end()
  return done
}
