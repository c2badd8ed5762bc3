import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readSharePage } from '#domain/ask/vote/trustees/read-trustees.ts'

type Offer = Awaited<ReturnType<typeof readSharePage>>['offer']
/** 来不了: the share is handed in from here, or taken back again. */
export const OfferShare = ({ offer }: { offer: NonNullable<Offer> }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('share.offer')} id="offer">
      <p>{t('share.offer.say', { n: offer.hours })}</p>
      {offer.until ? (
        <>
          <Note kind="done">{t('share.offer.waits', { date: f.dateTime(offer.until) })}</Note>
          <Form name="withdraw" submit={t('share.offer.withdraw')} look="second" />
        </>
      ) : offer.other ? (
        <Note>{t('share.offer.other', { name: offer.other })}</Note>
      ) : (
        <Form name="offer" submit={t('share.offer.submit')}>
          <Field name="passphrase" kind="password" label={t('share.passphrase')} autoComplete="off" />
        </Form>
      )}
    </Section>
  )
}
