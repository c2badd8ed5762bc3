import { useT } from '#app/i18n/use-t.ts'
import type { offerPage } from '#domain/tend/offers/offer-pages.ts'
import { ButtonLink } from '../button.tsx'
import { Card, FormDetails } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Shown = Awaited<ReturnType<typeof offerPage>>

/** What a resident does: take one, and show its code. */
const Taking = ({ acts, mine, signedIn, offer }: Pick<Shown, 'acts' | 'mine' | 'signedIn' | 'offer'>) => {
  const t = useT()
  if (mine)
    return (
      <Card board title={t('offer.code')}>
        <p className="num text-2xl">{mine.code}</p>
        <p className="quiet">{t(mine.honoured ? 'offer.code.used' : 'offer.code.hint')}</p>
      </Card>
    )
  if (!acts.take) return null
  return (
    <>
      <p className="quiet">{t('offer.take.hint')}</p>
      {signedIn ? (
        <Form name="take" submit={t('offer.take')} />
      ) : (
        <ButtonLink to={`/sign-in?to=/offers/${offer.id}`}>{t('offer.sign-in')}</ButtonLink>
      )}
    </>
  )
}

/** What this reader may do with an offer. */
export const OfferActs = (shown: Shown) => {
  const t = useT()
  const { acts } = shown
  return (
    <div className="mt-6 grid gap-4">
      {acts.list ? <Form name="list" submit={t('offer.list')} /> : null}
      {acts.decline ? (
        <FormDetails form="decline" summary={t('offer.decline')}>
          <Form name="decline" look="second" submit={t('offer.decline')}>
            <Field name="reason" kind="long" rows={2} label={t('offer.decline.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      {acts.honour ? (
        <Form name="honour" submit={t('offer.honour')}>
          <Field name="code" kind="code" label={t('offer.honour.code')} />
        </Form>
      ) : (
        <Taking {...shown} />
      )}
      {acts.receive ? (
        <Form name="receive" submit={t('offer.receive')}>
          <Field name="quantity" kind="number" short label={t('offer.receive.quantity')} />
          <Field name="receiptNo" short label={t('offer.receive.no')} />
        </Form>
      ) : null}
      {acts.end ? <Form name="end" look="second" submit={t('offer.end')} /> : null}
    </div>
  )
}
