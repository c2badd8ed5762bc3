import { useT } from '#app/i18n/use-t.ts'
import type { FinanceYear, PastProject } from '#domain/buy/proposal/body.ts'
import { type Fen, inYuan } from '#domain/money.ts'
import { Details } from '../card.tsx'
import { Field } from '../field.tsx'
import { useReply } from '../reply.ts'

const yuan = (amount: Fen | undefined) => (amount === undefined ? '' : inYuan(amount).toFixed(2))
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

const Past = ({ at, row }: { at: number; row: PastProject | undefined }) => {
  const t = useT()
  const name = (field: keyof PastProject) => `experience[${at}].${field}`
  return (
    <fieldset className="card mb-4">
      <legend className="small quiet">{t('record.row', { n: at + 1 })}</legend>
      <div className="grid gap-4 md:grid-cols-2 [&>.field]:m-0">
        <Field name={name('title')} label={t('record.title')} fallback={row?.title} />
        <Field name={name('buyer')} label={t('record.buyer')} fallback={row?.buyer} />
        <Field name={name('year')} kind="number" label={t('record.year')} fallback={row?.year} />
        <Field name={name('amount')} kind="money" label={t('record.amount')} fallback={yuan(row?.amount)} />
      </div>
      <Field
        name={name('outcome')}
        kind="long"
        rows={2}
        label={t('record.outcome')}
        fallback={row?.outcome}
      />
    </fieldset>
  )
}

const Accounts = ({ at, row }: { at: number; row: FinanceYear | undefined }) => {
  const t = useT()
  const name = (field: keyof FinanceYear) => `finance[${at}].${field}`
  return (
    <fieldset className="card mb-4">
      <legend className="small quiet">{t('record.finance.row', { n: at + 1 })}</legend>
      <div className="grid gap-4 md:grid-cols-2 [&>.field]:m-0">
        <Field name={name('year')} kind="number" label={t('record.year')} fallback={row?.year} />
        <Field name={name('income')} kind="money" label={t('record.income')} fallback={yuan(row?.income)} />
        <Field
          name={name('spending')}
          kind="money"
          label={t('record.spending')}
          fallback={yuan(row?.spending)}
        />
        <Field
          name={name('auditor')}
          label={t('record.auditor')}
          hint={t('record.auditor.hint')}
          fallback={row?.auditor}
        />
      </div>
    </fieldset>
  )
}

type Kept = { experience: readonly PastProject[]; finance: readonly FinanceYear[] }

/** 业绩和财务, the same in the cabinet and in a proposal. */
export const RecordFields = ({ experience, finance }: Kept) => {
  const t = useT()
  const { sent } = useReply()
  return (
    <>
      <h2>{t('record.experience')}</h2>
      {rows(0, 3).map((at) => (
        <Past key={at} at={at} row={experience[at]} />
      ))}
      <Details summary={t('record.more')} open={sent || experience.length > 3}>
        {rows(3, 10).map((at) => (
          <Past key={at} at={at} row={experience[at]} />
        ))}
      </Details>
      <h2 className="mt-8">{t('record.finance')}</h2>
      {rows(0, 3).map((at) => (
        <Accounts key={at} at={at} row={finance[at]} />
      ))}
    </>
  )
}

const kinds = ['methods', 'safeguarding', 'complaints'] as const
/** 常备文稿, the same in the cabinet and in a proposal. */
export const TextFields = ({ texts }: { texts: Partial<Record<(typeof kinds)[number], string>> }) => {
  const t = useT()
  return (
    <>
      {kinds.map((kind) => (
        <Field
          key={kind}
          name={kind}
          kind="long"
          rows={8}
          optional
          label={t(`texts.${kind}`)}
          hint={t(`texts.${kind}.hint`)}
          fallback={texts[kind]}
        />
      ))}
    </>
  )
}

/** 开户行和账号, the same in the cabinet and in a proposal. */
export const BankFields = ({ bank }: { bank: { name: string; account: string } | null | undefined }) => {
  const t = useT()
  return (
    <>
      <Field name="bankName" optional label={t('bid.organisation.bank')} fallback={bank?.name} />
      <Field
        name="bankAccount"
        autoComplete="off"
        optional
        label={t('bid.organisation.account')}
        hint={t('bid.organisation.account.hint')}
        fallback={bank?.account}
      />
    </>
  )
}
