import { useT } from '#app/i18n/use-t.ts'
import type { BudgetLine } from '#domain/buy/proposal/body.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { type Fen, inYuan } from '#domain/money.ts'
import { Details, Note } from '../card.tsx'
import { Field } from '../field.tsx'
import { useFormat } from '../format.ts'
import { useReply } from '../reply.ts'

export const typedYuan = (amount: Fen | undefined) => (amount === undefined ? '' : inYuan(amount).toFixed(2))
const kinds = [
  'staff',
  'activity',
  'material',
  'volunteer',
  'expert',
  'publicity',
  'transport',
  'management',
] as const
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
const shownAtOnce = 4

type Row = Partial<BudgetLine> | undefined
const Line = ({ at, row }: { at: number; row: Row }) => {
  const t = useT()
  const { sent, value } = useReply()
  const name = (part: keyof BudgetLine) => `lines[${at}].${part}`
  const priced = sent ? value(name('quantity')) !== '' : row?.quantity !== undefined
  return (
    <fieldset className="card mb-4">
      <legend className="small quiet">{t('bid.budget.line', { n: at + 1 })}</legend>
      <div className="grid gap-4 md:grid-cols-3 [&>.field]:m-0">
        <Field
          name={name('kind')}
          kind="select"
          label={t('bid.budget.kind')}
          fallback={row?.kind ?? kinds[at] ?? 'staff'}
          options={kinds.map((kind) => ({ value: kind, label: t(`bid.kind.${kind}`) }))}
        />
        <Field name={name('label')} label={t('bid.budget.label')} fallback={row?.label} />
        <Field
          name={name('amount')}
          kind="money"
          label={t('bid.budget.amount')}
          fallback={typedYuan(row?.amount)}
        />
      </div>
      <Details summary={t('bid.budget.priced')} open={priced}>
        <div className="grid gap-4 md:grid-cols-3 [&>.field]:m-0">
          <Field
            name={name('quantity')}
            kind="number"
            label={t('bid.budget.quantity')}
            fallback={row?.quantity}
          />
          <Field name={name('unit')} label={t('bid.budget.unit')} fallback={row?.unit} />
          <Field
            name={name('unitPrice')}
            kind="money"
            label={t('bid.budget.unit-price')}
            fallback={typedYuan(row?.unitPrice)}
          />
        </div>
      </Details>
    </fieldset>
  )
}

/** The lines of the sheet: those saved, else those the cabinet brings, else blank ones; as many as were brought in. */
export const BudgetLines = ({ own, typed }: { own: Own; typed: number }) => (
  <BudgetRows lines={own.body.budget?.lines ?? own.offer.lines} typed={typed} />
)

/** A few rows at once, the others one tap away. */
export const BudgetRows = ({ lines, typed }: { lines: readonly Row[]; typed: number }) => {
  const t = useT()
  const { sent } = useReply()
  const most = Math.min(30, Math.max(12, lines.length + 4, typed))
  return (
    <>
      {rows(0, shownAtOnce).map((at) => (
        <Line key={at} at={at} row={lines[at]} />
      ))}
      <Details summary={t('bid.budget.more')} open={sent || lines.length > shownAtOnce}>
        {rows(shownAtOnce, most).map((at) => (
          <Line key={at} at={at} row={lines[at]} />
        ))}
      </Details>
    </>
  )
}

/** 科目占比: which kinds of cost take more than their figure, with its source; a warning, or why it is refused. */
export const Caps = ({ own: { caps } }: { own: Pick<Own, 'caps'> }) => {
  const t = useT()
  const f = useFormat()
  return caps.map(({ kind, amount, most, percent, source, refuses }) => (
    <Note key={kind} kind={refuses ? 'late' : 'wait'}>
      {t('cap.over', {
        kind: t(`bid.kind.${kind}`),
        amount: f.money(amount),
        most: f.money(most),
        n: percent,
        source,
      })}{' '}
      {t(refuses ? 'cap.refuses' : 'cap.warns')}
    </Note>
  ))
}
