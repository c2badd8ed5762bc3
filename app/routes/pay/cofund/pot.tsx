import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { GiversTable } from '#app/components/cofund/pots.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { closePot } from '#domain/deliver/cofund/close-pot.ts'
import { potPage } from '#domain/deliver/cofund/cofund-page.ts'
import { nothingForm } from '#domain/deliver/cofund/forms.ts'

type Pot = Awaited<ReturnType<typeof potPage>>
export const handle = titled<Pot>((_t, { pot }) => pot.title)
export const loader = pageLoader((ctx, { potId }) => potPage(ctx, potId!))
const close = oneForm({
  form: nothingForm,
  run: (ctx, _, { potId }) => closePot(ctx, { potId: potId! }),
  goTo: ({ id }) => `/cofund/${id}`,
})
export const action = async (args: Parameters<typeof close>[0]) => close(args, await args.request.formData())

export default function PotPage() {
  const t = useT()
  const { pot, open, online, signedIn, pledges, closes } = useLoaderData<typeof loader>()
  const sums = (['wanted', 'agreed', 'received', 'held', 'paid', 'refunded', 'fee'] as const).map((name) => ({
    term: t(`cofund.col.${name}`),
    text: <Money fen={pot[name]} />,
  }))
  return (
    <Page
      narrow
      back={{ to: '/cofund', label: t('cofund.title') }}
      eyebrow={`${pot.refNo} · ${t(`cofund.${pot.state}`)}`}
      title={pot.title}
      lead={t('cofund.part', { part: pot.part })}
    >
      {pot.certificateNo ? (
        <Note kind="plain">
          {t('cofund.appeal', {
            platform: pot.platform ?? '',
            certificate: pot.certificateNo,
            filing: pot.filingNo ?? '',
          })}{' '}
          <a href={pot.platformUrl ?? ''} rel="external noreferrer">
            {t('cofund.appeal.link')}
          </a>
        </Note>
      ) : null}
      <Facts
        facts={[
          { term: t('cofund.project'), text: <a href={`/projects/${pot.plan.id}`}>{pot.plan.title}</a> },
          { term: t('cofund.receiver'), text: <a href={`/orgs/${pot.receiver.id}`}>{pot.receiver.name}</a> },
          { term: t('cofund.purpose'), text: pot.purpose },
          { term: t('cofund.currency'), text: t('cofund.currency.cny') },
          ...sums,
        ]}
      />
      {open && !online ? <Note kind="wait">{t('cofund.desk.off')}</Note> : null}
      {open && online && (pledges || !signedIn) ? (
        <p className="mt-6">
          <ButtonLink to={`${signedIn ? '' : '/sign-in?to='}/cofund/${pot.id}/pledge`} look="first">
            {t(signedIn ? 'cofund.pledge' : 'cofund.pledge.sign-in')}
          </ButtonLink>
        </p>
      ) : null}
      <Section title={t('cofund.givers')} aside={String(pot.givers.length)}>
        <GiversTable givers={pot.givers} />
      </Section>
      {closes ? <Form look="second" submit={t('cofund.close')} /> : null}
      <Links links={[{ to: `/open/ledger?line=${pot.lineId}`, label: t('cofund.ledger') }]} />
    </Page>
  )
}
