import { useT } from '#app/i18n/use-t.ts'
import type { Double } from '#domain/treasury/tell-apart.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Pair = Double & { may: boolean }
/** 可能重复资助: two projects side by side, and room to write why they are not one. */
export const Doubles = ({ pairs }: { pairs: readonly Pair[] }) => {
  const t = useT()
  const open = pairs.filter(({ may }) => may)
  const like = ({ plan, other }: Pair) =>
    t('double.like', { plan: plan.title, other: other.title, no: other.refNo })
  return (
    <>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.plan.id}${pair.other.id}`}>
            <a href={`/desk/plans/${pair.plan.id}`}>{like(pair)}</a>
            {pair.reason ? (
              <span className="quiet small block">{t('double.told', { reason: pair.reason })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {open.length > 0 ? (
        <Form name="apart" submit={t('double.do')} look="second">
          <Choices
            name="pair"
            legend={t('double.which')}
            options={open.map((pair) => ({ value: `${pair.plan.id}:${pair.other.id}`, label: like(pair) }))}
          />
          <Field
            name="reason"
            kind="long"
            rows={2}
            label={t('double.reason')}
            hint={t('double.reason.hint')}
          />
        </Form>
      ) : null}
    </>
  )
}
