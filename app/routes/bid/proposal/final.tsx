import { useLoaderData } from '@remix-run/react'
import { BudgetRows, typedYuan } from '#app/components/bid/budget-fields.tsx'
import { FinalReceipt, FinalStanding, FirstPrice, SaidToAll } from '#app/components/bid/final-parts.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { writeFinal } from '#domain/buy/evaluation/consultation/final-draft.ts'
import { finalOfferForm } from '#domain/buy/evaluation/consultation/forms.ts'
import { type OwnFinal, readFinal } from '#domain/buy/evaluation/consultation/read-final.ts'

export const handle = titled('final.title')
export const loader = pageLoader((ctx, { tenderId }) => readFinal(ctx, tenderId!))
export const action = formAction({
  form: finalOfferForm,
  run: (ctx, input, { tenderId }) => writeFinal(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/final/send`,
})

/** 填写: a price, its lines where they are to be others, and what else is promised. */
const Write = ({ own: { draft, call } }: { own: OwnFinal }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Form submit={t('final.save')}>
      <Field
        name="price"
        kind="money"
        label={t('final.price')}
        hint={t('final.price.hint', { ceiling: f.money(call.ceiling) })}
        fallback={typedYuan(draft?.budget.price)}
      />
      <Details summary={t('final.lines')}>
        <p className="quiet">{t('final.lines.hint')}</p>
        <BudgetRows lines={[]} typed={0} />
      </Details>
      <Field
        name="commitment"
        kind="long"
        rows={4}
        optional
        label={t('final.commitment')}
        hint={t('final.commitment.hint')}
        fallback={draft?.commitment ?? ''}
      />
    </Form>
  )
}

/** 最后报价 of one bidder: what all were told, by when, and its own offer. */
export default function FinalOffer() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const { call, round, clock, draft, why, signs } = own
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('final.title')}
      lead={t('final.lead', { at: f.dateTime(round.dueAt.getTime() - 1) })}
    >
      <FinalStanding own={own} />
      {why === null && draft ? (
        <Note kind="wait">
          <p>{t('final.written', { price: f.money(draft.budget.price) })}</p>
          {signs ? null : t('final.by-signer')}
        </Note>
      ) : null}
      {why === null && draft && signs ? (
        <ButtonLink to={`/tenders/${call.id}/final/send`}>{t('final.to-send')}</ButtonLink>
      ) : null}
      <Section title={t('final.until')}>
        <Countdown clock={clock} />
        <p className="small quiet">{t('final.rule')}</p>
      </Section>
      <Section title={t('final.said')}>
        <SaidToAll {...round} />
        <FirstPrice own={own} />
      </Section>
      {why === null ? (
        <Section title={t('final.write')}>
          <Write own={own} />
        </Section>
      ) : null}
      {own.sent ? (
        <Section title={t('bid.receipt.title')}>
          <FinalReceipt own={own} />
        </Section>
      ) : null}
    </Page>
  )
}
