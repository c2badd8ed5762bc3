import type { FileChild, ITableCellOptions } from 'docx'
import type { Paper, PaperPart } from './paper.ts'
import { qrPng } from './qr-png.ts'

type Docx = typeof import('docx')

/** GB/T 9704: 仿宋 三号 for the text, 小标宋 二号 for the title, 黑体 for headings, 28 磅 a line. */
const song = '仿宋_GB2312'
const hei = '黑体'
const title = '方正小标宋简体'
const faces = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name })
const mm = (n: number) => Math.round((n / 25.4) * 1440)
/** A4 less the margins, in twentieths of a point. */
const width = mm(210 - 28 - 26)
const fixed = { line: 560, lineRule: 'exact' } as const

const words = ({ Paragraph, TextRun }: Docx, said: string) =>
  said.split('\n').map(
    (one) =>
      new Paragraph({
        spacing: fixed,
        indent: { firstLine: 640 },
        children: [new TextRun({ text: one, size: 32, font: faces(song) })],
      }),
  )

const cell = (
  { Paragraph, TextRun, TableCell, AlignmentType }: Docx,
  said: string,
  { share, right = false, ...more }: { share: number; right?: boolean } & Partial<ITableCellOptions>,
) =>
  new TableCell({
    ...more,
    width: { size: Math.round(width * share), type: 'dxa' },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: said.split('\n').map(
      (one) =>
        new Paragraph({
          alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: one, size: 24, font: faces(song) })],
        }),
    ),
  })

function tableOf(
  docx: Docx,
  rows: ReadonlyArray<readonly string[]>,
  first: number,
  money: readonly number[] = [],
) {
  const columns = rows[0]?.length ?? 1
  const share = (at: number) => (at === 0 ? first : (1 - first) / (columns - 1))
  return new docx.Table({
    width: { size: width, type: 'dxa' },
    columnWidths: Array.from({ length: columns }, (_, at) => Math.round(width * share(at))),
    rows: rows.map(
      (row) =>
        new docx.TableRow({
          cantSplit: true,
          children: row.map((said, at) => cell(docx, said, { share: share(at), right: money.includes(at) })),
        }),
    ),
  })
}

/** A square to be read by a telephone, 25 mm wide, and its address in words under it. */
const codeOf = (
  { Paragraph, TextRun, ImageRun }: Docx,
  { address, words }: { address: string; words: string },
) => [
  new Paragraph({
    spacing: { before: 200 },
    keepNext: true,
    children: [
      new ImageRun({ type: 'png', data: qrPng(address), transformation: { width: 95, height: 95 } }),
    ],
  }),
  new Paragraph({
    children: [new TextRun({ text: `${words} ${address}`, size: 18, font: faces(song) })],
  }),
]

const draw: { [K in PaperPart['kind']]: (docx: Docx, part: Extract<PaperPart, { kind: K }>) => FileChild[] } =
  {
    heading: ({ Paragraph, TextRun }, part) => [
      new Paragraph({
        spacing: fixed,
        indent: { firstLine: 640 },
        keepNext: true,
        children: [new TextRun({ text: part.words, size: 32, font: faces(hei) })],
      }),
    ],
    words: (docx, part) => words(docx, part.words),
    facts: (docx, { facts }) => [tableOf(docx, facts, 0.28)],
    table: (docx, { head, rows, money }) => [tableOf(docx, [head, ...rows], 0.4, money)],
    fingerprint: ({ Paragraph, TextRun }, part) => [
      new Paragraph({ children: [new TextRun({ text: part.words, size: 18, font: faces(song) })] }),
    ],
    codes: (docx, { codes }) => codes.flatMap((one) => codeOf(docx, one)),
  }

/** The page number of 公文, with what the paper is beside it. */
const footer = ({ Footer, Paragraph, TextRun, PageNumber, AlignmentType }: Docx, said: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: said, size: 18, font: faces(song) }),
          new TextRun({
            size: 28,
            font: faces('宋体'),
            children: ['  — ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' —'],
          }),
        ],
      }),
    ],
  })

/** A paper as Word, in the layout of 公文, for offices that edit in Word or WPS. */
export async function drawWord(paper: Paper): Promise<Buffer> {
  const docx = await import('docx')
  const { Document, Packer, Paragraph, TextRun, AlignmentType } = docx
  const centred = (text: string, size: number, font: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text, size, font: faces(font) })],
    })
  const parts = paper.parts.flatMap((part) =>
    (draw[part.kind] as (d: Docx, p: PaperPart) => FileChild[])(docx, part),
  )
  const margin = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) }
  const document = new Document({
    title: paper.title,
    creator: 'Sanshe',
    lastModifiedBy: 'Sanshe',
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
        footers: { default: footer(docx, paper.foot) },
        children: [centred(paper.title, 44, title), centred(paper.number, 28, song), ...parts],
      },
    ],
  })
  return Packer.toBuffer(document)
}
