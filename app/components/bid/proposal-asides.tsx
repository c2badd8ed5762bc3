import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { Note } from '../card.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'

/** It has been sent, and where its receipt is. */
export const Sent = ({ own }: { own: Own }) => {
  const t = useT()
  if (own.mine?.state !== 'submitted') return null
  return (
    <Note kind="done">
      {t('bid.sent.note')} <a href={`/tenders/${own.call.id}/proposal/receipt`}>{t('bid.receipt.see')}</a>
    </Note>
  )
}

/** What was written here serves the next one. */
export const ToCabinet = ({ own }: { own: Own }) => {
  const t = useT()
  if (!own.mine?.hasDraft) return null
  return (
    <Section plain title={t('bid.to-cabinet')}>
      <p>{t('bid.to-cabinet.lead')}</p>
      <Form
        name="keep"
        look="second"
        submit={t('bid.to-cabinet')}
        aside={<a href="/cabinet">{t('bid.to-cabinet.see')}</a>}
      />
    </Section>
  )
}
