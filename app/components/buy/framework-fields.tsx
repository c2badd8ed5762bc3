import { useT } from '#app/i18n/use-t.ts'
import { Field } from '../field.tsx'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

type Item = { id: string; name: string; unit: string; price: number; quality: string }
type Written = {
  title: string
  forWhom: string
  conditions: string
  ageFrom: number | null
  perPerson: number | null
}

/** What a handler writes of an agreement. */
export const FrameworkFields = ({
  title,
  was,
  items,
}: {
  title: string
  was?: Written
  items?: readonly Item[]
}) => {
  const t = useT()
  const typed = items
    ?.map((i) => [i.name, i.unit, (i.price / 100).toFixed(2), i.quality].join('，'))
    .join('\n')
  return (
    <>
      <Field name="title" label={t('framework.name')} fallback={was?.title ?? title} />
      <Field
        name="forWhom"
        label={t('framework.for')}
        hint={t('framework.for.hint')}
        fallback={was?.forWhom}
      />
      <Field
        name="ageFrom"
        kind="number"
        short
        optional
        label={t('framework.ageFrom')}
        fallback={was?.ageFrom ?? ''}
      />
      <Field
        name="perPerson"
        kind="money"
        optional
        label={t('framework.perPerson')}
        fallback={was?.perPerson ? (was.perPerson / 100).toFixed(2) : ''}
      />
      <Field
        name="items"
        kind="long"
        label={t('framework.items')}
        hint={t('framework.items.hint')}
        fallback={typed}
      />
      <Field name="conditions" kind="long" label={t('framework.conditions')} fallback={was?.conditions} />
    </>
  )
}

/** 服务和价格 as published. */
export const FrameworkItems = ({ items }: { items: readonly Item[] }) => {
  const t = useT()
  return (
    <Table
      caption={t('framework.items')}
      captionHidden
      columns={[
        { head: t('framework.item') },
        { head: t('framework.price'), money: true },
        { head: t('framework.quality') },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          `${item.name}（${item.unit}）`,
          <Money key="price" fen={item.price as never} />,
          item.quality,
        ],
      }))}
    />
  )
}
