import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { FormDetails } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { withdrawForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { withdrawProposal } from '#domain/buy/proposal/submit-proposal.ts'

export const handle = titled('bid.receipt.title')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const own = await readOwn(ctx, tenderId!)
  if (!own.mine?.submittedAt || own.mine.state === 'withdrawn')
    throw redirect(`/tenders/${tenderId}/proposal`)
  const { call, supplier, mine, late } = own
  return { call, name: supplier.name, mine, late, at: mine.submittedAt! }
})
export const action = formActions({
  withdraw: oneForm({
    form: withdrawForm,
    run: (ctx, _, { tenderId }) => withdrawProposal(ctx, { tenderId: tenderId! }),
    goTo: ({ id }) => `/tenders/${id}/proposal`,
  }),
})

export default function Receipt() {
  const t = useT()
  const f = useFormat()
  const { call, name, mine, late, at } = useLoaderData<typeof loader>()
  return (
    <>
      <Confirmation
        title={t('bid.receipt.title')}
        said={t('bid.receipt.said')}
        number={{ label: t('bid.receipt.no'), text: mine.receiptNo ?? '' }}
        facts={[
          { term: t('bid.receipt.tender'), text: `${call.title} ${call.refNo}` },
          { term: t('bid.receipt.by'), text: name },
          { term: t('bid.receipt.at'), text: f.dateTime(at) },
          { term: t('bid.receipt.version'), text: t('bid.receipt.version.text', { n: mine.version }) },
          {
            term: t('bid.receipt.hash'),
            text: <span className="hash">{mine.sealHash?.match(/.{8}/g)?.join(' ')}</span>,
          },
          ...(mine.sealSalt
            ? [{ term: t('bid.receipt.salt'), text: <span className="hash">{mine.sealSalt}</span> }]
            : []),
          {
            term: t('bid.receipt.place'),
            text: t(mine.sealedIn === 'browser' ? 'bid.receipt.place.browser' : 'bid.receipt.place.server'),
          },
          {
            term: t('bid.receipt.line'),
            text: (
              <>
                <span className="hash">{mine.receiptLine}</span>
                <span className="block small quiet">{t('bid.receipt.line.say')}</span>
                <a href="/open/seals">{t('bid.receipt.to-log')}</a>
              </>
            ),
          },
        ]}
        next={[
          { term: f.dateTime(call.deadline), text: t('bid.receipt.until') },
          {
            term: t('bid.receipt.opening'),
            text: t(call.finalOffers ? 'bid.receipt.opening.finals' : 'bid.receipt.opening.text'),
          },
          { term: t('bid.receipt.result'), text: t('bid.receipt.result.text') },
        ]}
        contact={<p>{t('bid.receipt.contact')}</p>}
        acts={
          late ? undefined : (
            <ButtonLink look="second" to={`/tenders/${call.id}/proposal`}>
              {t('bid.receipt.change')}
            </ButtonLink>
          )
        }
      />
      {late ? null : (
        <div className="narrow mt-6">
          <FormDetails form="withdraw" summary={t('bid.withdraw')}>
            <Form name="withdraw" look="danger" submit={t('bid.withdraw.do')}>
              <Tick name="sure">{t('bid.withdraw.sure')}</Tick>
            </Form>
          </FormDetails>
        </div>
      )}
    </>
  )
}
