import { cell, csvOf, yuan } from '../../csv.ts'
import type { QuarterPage } from './quarter.ts'

type Book = QuarterPage['books'][number]
type Step = 'opening' | 'income' | 'spent' | 'taken' | 'closing'
type Words = {
  head: readonly string[]
  side: (side: Book['side']) => string
  kind: (kind: Book['kinds'][number]['kind']) => string
  step: (step: Step) => string
}

/** The quarter of both books as a table any office opens: of each kind what was left, each entry, what is left; the rows add up. */
export function quarterCsv({ quarter, books }: Pick<QuarterPage, 'quarter' | 'books'>, w: Words): string {
  const rowsOf = (book: Book) =>
    book.kinds.flatMap(({ kind, opening, closing }) => {
      const row = (step: Step, fen: number, { refNo = '', on = '', title = '' } = {}) =>
        [
          ...[quarter, w.side(book.side), book.owner, w.kind(kind), w.step(step), refNo, on, title].map(cell),
          yuan(fen),
        ].join(',')
      const mine = book.lines.filter((line) => line.kind === kind)
      const stepOf = ({ taken, amount }: Book['lines'][number]): Step =>
        taken ? 'taken' : amount > 0 ? 'income' : 'spent'
      return [
        row('opening', opening),
        ...mine.map((line) => row(stepOf(line), line.amount, line)),
        row('closing', closing),
      ]
    })
  return csvOf(w.head, books.flatMap(rowsOf))
}
