import { useT } from '#app/i18n/use-t.ts'
import { categories, poolSources } from '#db/vocabulary.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Named = { id: string; name: string }
const asOptions = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }))

export const PoolForm = () => {
  const t = useT()
  const sources = poolSources.map((source) => ({ value: source, label: t(`budget.source.${source}`) }))
  return (
    <Form name="pool" submit={t('budget.pool.do')}>
      <Field name="code" kind="text" label={t('budget.code')} hint={t('budget.code.hint')} short />
      <Field name="name" kind="text" label={t('budget.name')} />
      <Field name="source" kind="select" label={t('budget.source')} options={sources} />
      <Field name="year" kind="number" label={t('budget.year')} short />
      <Field name="total" kind="money" label={t('budget.total')} />
      <Field name="rules" kind="long" rows={2} label={t('budget.rules')} hint={t('budget.rules.hint')} />
      <Choices
        name="categories"
        many
        legend={t('budget.categories')}
        hint={t('budget.categories.hint')}
        options={categories.map((code) => ({ value: code, label: t(`category.${code}`) }))}
      />
    </Form>
  )
}

export const ApprovePoolForm = ({ pools }: { pools: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="approve" submit={t('budget.approve.do')}>
      <Field name="poolId" kind="select" label={t('finance.pool')} options={asOptions(pools)} />
      <Field name="approvedOn" kind="date" label={t('budget.approve.on')} short />
      <Field name="ground" kind="text" label={t('budget.approve.ground')} />
    </Form>
  )
}

export const LineForm = ({ pools, buyers }: { pools: readonly Named[]; buyers: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="line" submit={t('budget.line.do')}>
      <Field name="poolId" kind="select" label={t('finance.pool')} options={asOptions(pools)} />
      <Field name="code" kind="text" label={t('budget.code')} hint={t('budget.code.hint')} short />
      <Field name="name" kind="text" label={t('budget.line.name')} />
      <Field name="buyerId" kind="select" label={t('budget.buyer')} options={asOptions(buyers)} />
      <Field name="amount" kind="money" label={t('budget.amount')} />
    </Form>
  )
}
