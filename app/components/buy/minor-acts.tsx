import { useT } from '#app/i18n/use-t.ts'
import type { workDesk } from '#domain/buy/minor/work-page.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { QuoteFields } from './minor-facts.tsx'

type Shown = Awaited<ReturnType<typeof workDesk>>

const Choose = ({ quotes }: Pick<Shown, 'quotes'>) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('minor.choose')} aside={t('minor.choose.hint')}>
      <Form name="choose" submit={t('minor.choose')}>
        <Choices
          name="quoteId"
          legend={t('minor.quotes')}
          options={quotes
            .filter((q) => !q.aside)
            .map((q) => ({ value: q.id, label: q.name, note: f.money(q.price) }))}
        />
        <Field name="reason" kind="long" rows={2} optional label={t('minor.choose.reason')} />
        <Field
          name="parts"
          kind="long"
          rows={3}
          label={t('minor.choose.parts')}
          hint={t('minor.choose.parts.hint')}
          fallback={t('minor.choose.parts.usual')}
        />
      </Form>
    </Section>
  )
}

const Enter = ({ suppliers }: Pick<Shown, 'suppliers'>) => {
  const t = useT()
  return (
    <FormDetails form="enter" summary={t('minor.enter')}>
      <Form name="enter" submit={t('minor.enter')}>
        <p>{t('minor.enter.hint')}</p>
        <Field
          name="supplierId"
          kind="select"
          label={t('minor.supplier')}
          options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <QuoteFields />
      </Form>
    </FormDetails>
  )
}

/** The next part that waits for somebody at the buyer's: its acceptance, or its voucher. */
const Parts = ({ parts, may }: Pick<Shown, 'parts' | 'may'>) => {
  const t = useT()
  const reported = parts.find((p) => p.state === 'reported')
  const accepted = parts.find((p) => p.state === 'accepted')
  return (
    <>
      {may.accept && reported ? (
        <Section title={t('minor.accept')} aside={reported.title}>
          <Form name="accept" submit={t('minor.do')} hidden={{ partId: reported.id }}>
            <Choices
              name="how"
              legend={t('minor.accept')}
              options={[
                { value: 'accept', label: t('minor.accept.yes') },
                { value: 'return', label: t('minor.accept.no') },
              ]}
            />
            <Field name="finding" kind="long" rows={2} label={t('minor.accept.finding')} />
          </Form>
        </Section>
      ) : null}
      {may.pay && accepted ? (
        <Section title={t('minor.pay')} aside={accepted.title}>
          <Form name="pay" submit={t('minor.pay')} hidden={{ partId: accepted.id }}>
            <Field name="voucherNo" label={t('minor.pay.voucher')} />
          </Form>
        </Section>
      ) : null}
    </>
  )
}

/** What the buyer's people may do with a work now. */
export const MinorActs = ({ may, quotes, suppliers, parts, fewest }: Shown) => {
  const t = useT()
  return (
    <>
      {may.call ? <Form name="call" submit={t('minor.call')} /> : null}
      {may.enter ? <Enter suppliers={suppliers} /> : null}
      {may.choose && quotes.length >= fewest ? <Choose quotes={quotes} /> : null}
      <Parts parts={parts} may={may} />
      {may.setAside ? (
        <Section title={t('minor.aside')} aside={t('minor.aside.hint')}>
          <Form name="aside" submit={t('minor.aside')}>
            <Field name="reason" kind="long" rows={2} label={t('minor.cancel.reason')} />
          </Form>
        </Section>
      ) : null}
      {may.cancel ? (
        <FormDetails form="cancel" summary={t('minor.cancel')}>
          <Form name="cancel" look="danger" submit={t('minor.cancel')}>
            <Field name="reason" kind="long" rows={2} label={t('minor.cancel.reason')} />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
