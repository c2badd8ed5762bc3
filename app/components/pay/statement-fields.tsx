import { useT } from '#app/i18n/use-t.ts'
import type { statementPage } from '#domain/deliver/payment/books/file-statement.ts'
import { type Fen, inYuan } from '#domain/money.ts'
import { Field } from '../field.tsx'
import { Section } from '../page.tsx'

type Asked = Pick<Awaited<ReturnType<typeof statementPage>>, 'projects' | 'before'>
const typed = (amount: Fen | undefined) => (amount === undefined ? '' : inYuan(amount).toFixed(2))

type Sum =
  | 'otherIncome'
  | 'otherGifts'
  | 'giftsSpent'
  | 'otherService'
  | 'management'
  | 'fundraising'
  | 'otherCosts'
const Sums = ({ names, before }: { names: readonly Sum[]; before: Asked['before'] }) => {
  const t = useT()
  const what = (name: Sum) =>
    name === 'otherIncome' || name === 'otherGifts' || name === 'giftsSpent'
      ? t(`books.${name}`)
      : t(`books.cost.${name}`)
  return names.map((name) => (
    <Field key={name} name={name} kind="money" label={what(name)} fallback={typed(before?.[name])} />
  ))
}

/** What was spent on each project that money was ever received for. */
const Spent = ({ projects, before }: Asked) => {
  const t = useT()
  const was = (planId: string) => before?.spent.find((one) => one.planId === planId)?.amount
  return projects.map(({ planId, title }, at) => (
    <div key={planId}>
      <input type="hidden" name={`spent[${at}].planId`} value={planId} />
      <Field
        name={`spent[${at}].amount`}
        kind="money"
        label={t('statement.spent', { project: title })}
        fallback={typed(was(planId))}
      />
    </div>
  ))
}

/** 年度财务情况: every figure asked once, with what was said before. */
export const StatementFields = ({ projects, before }: Asked) => {
  const t = useT()
  return (
    <>
      <Section title={t('statement.costs')} plain>
        <Spent projects={projects} before={before} />
        <Sums names={['otherService', 'management', 'fundraising', 'otherCosts']} before={before} />
      </Section>
      <Section title={t('statement.income')} plain>
        <Sums names={['otherIncome', 'otherGifts']} before={before} />
      </Section>
      <Section title={t('statement.gifts')} plain>
        <Sums names={['giftsSpent']} before={before} />
        <Field name="giftUse" kind="long" label={t('books.giftUse')} fallback={before?.giftUse} optional />
      </Section>
      <Section title={t('statement.audit')} plain>
        <Field name="auditor" label={t('statement.auditor')} fallback={before?.auditor} optional />
        <Field name="auditNo" label={t('statement.auditNo')} fallback={before?.auditNo} optional />
      </Section>
    </>
  )
}
