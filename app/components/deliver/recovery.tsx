import { useT } from '#app/i18n/use-t.ts'
import type { Recovery } from '#domain/deliver/payment/to-recover.ts'
import { Note } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Props = { recovery: Recovery | null; today?: string; register?: boolean }

/** What an ended contract owes back, every receipt of what came back, and the form of who registers one. */
export const RecoverySection = ({ recovery, today, register }: Props) => {
  const t = useT()
  const f = useFormat()
  if (!recovery || recovery.owed === 0) return null
  const { owed, received, out, receipts } = recovery
  return (
    <Section title={t('recovery.title')} id="recovery">
      <Note kind={out > 0 ? 'late' : 'done'}>
        {t(out > 0 ? 'recovery.stands' : 'recovery.whole', {
          owed: f.money(owed),
          received: f.money(received),
          out: f.money(out),
        })}
      </Note>
      {receipts.length > 0 ? (
        <Table
          caption={t('recovery.title')}
          captionHidden
          columns={[
            { head: t('recovery.no') },
            { head: t('recovery.on') },
            { head: t('recovery.amount'), money: true },
          ]}
          rows={receipts.map((r) => ({
            key: r.id,
            cells: [r.no, f.day(r.receivedOn), <Money key="m" fen={r.amount} />],
          }))}
        />
      ) : null}
      {register && out > 0 ? (
        <Form name="recover" submit={t('recovery.submit')}>
          <Field name="amount" kind="money" label={t('recovery.amount')} hint={t('recovery.amount.hint')} />
          <Field
            name="year"
            kind="number"
            label={t('payment.submit.year')}
            fallback={Number(today?.slice(0, 4))}
            short
          />
          <Field name="no" label={t('recovery.no')} hint={t('recovery.no.hint')} />
          <Field name="receivedOn" kind="date" label={t('recovery.on')} fallback={today} />
        </Form>
      ) : null}
    </Section>
  )
}
