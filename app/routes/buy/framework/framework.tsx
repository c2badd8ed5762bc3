import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { FrameworkItems } from '#app/components/buy/framework-fields.tsx'
import { Admitted, JoinFramework, Providers } from '#app/components/buy/framework-parts.tsx'
import { Whence } from '#app/components/buy/whence.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { PublicSettlements } from '#app/components/pay/settlement-lines.tsx'
import { FrameworkRated } from '#app/components/rate/order-rating.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { GivenBeside } from '#app/components/tend/offer-list.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { applyForm, signProviderForm } from '#domain/buy/framework/forms.ts'
import { frameworkPage } from '#domain/buy/framework/framework-page.ts'
import { applyToJoin, signAgreement } from '#domain/buy/framework/join-framework.ts'
import { dateOf } from '#domain/dates.ts'
import { publicSettlements } from '#domain/deliver/settlement/public-settlements.ts'
import { ratingsOfFramework } from '#domain/rate/rating/orders/order-summary.ts'
import { givenFor } from '#domain/tend/offers/offer-pages.ts'

export const handle = titled<{ framework: { title: string } }>((_t, { framework }) => framework.title)
export const loader = pageLoader(async (ctx, { frameworkId }) => ({
  ...(await frameworkPage(ctx, frameworkId!)),
  settled: await publicSettlements(ctx.db, frameworkId!, dateOf(ctx.clock.now())),
  rated: await ratingsOfFramework(ctx.db, frameworkId!, dateOf(ctx.clock.now())),
  given: await givenFor(ctx.db, { frameworkId: frameworkId! }),
}))
const goTo = ({ id }: { id: string }) => `/frameworks/${id}`
export const action = formActions({
  apply: oneForm({
    form: applyForm,
    run: (ctx, { words }, p) => applyToJoin(ctx, { words, frameworkId: p.frameworkId! }),
    goTo,
  }),
  sign: oneForm({
    form: signProviderForm,
    run: (ctx, _input, p) => signAgreement(ctx, { frameworkId: p.frameworkId! }),
    goTo,
  }),
})

export default function Framework() {
  const signIn = useSignIn()
  const t = useT()
  const f = useFormat()
  const shown = useLoaderData<typeof loader>()
  const { viewer } = useShell()
  const { framework: one, buyer, items, providers, announced, running, left, own, may } = shown
  return (
    <Page
      back={{ to: '/frameworks', label: t('frameworks.title') }}
      eyebrow={t('framework.eyebrow', { no: one.refNo })}
      title={one.title}
      lead={t('framework.lead', { buyer, who: one.forWhom })}
    >
      {running && providers.length > 0 ? (
        viewer ? (
          <ButtonLink to={`/frameworks/${one.id}/order`}>{t('framework.to-order')}</ButtonLink>
        ) : (
          <ButtonLink to={signIn}>{t('framework.sign-in')}</ButtonLink>
        )
      ) : null}
      <Section plain title={t('framework.items')}>
        <FrameworkItems items={items} />
      </Section>
      <Section plain title={t('framework.providers')}>
        <Providers providers={providers} rated={shown.rated} />
      </Section>
      <FrameworkRated rated={shown.rated} />
      <Facts
        facts={[
          {
            term: t('framework.term'),
            text: t('plan.term.text', { from: f.day(one.from), to: f.day(one.to) }),
          },
          { term: t('framework.conditions'), text: one.conditions },
          { term: t('framework.left'), text: <Money fen={left} /> },
          ...(one.ageFrom
            ? [{ term: t('framework.for'), text: t('framework.age', { n: one.ageFrom }) }]
            : []),
          ...(one.perPerson ? [{ term: t('framework.person'), text: <Money fen={one.perPerson} /> }] : []),
        ]}
      />
      <PublicSettlements settled={shown.settled} />
      <GivenBeside given={shown.given} />
      <Admitted announced={announced} />
      <Whence plan={shown.plan} />
      <JoinFramework may={may} own={own} />
    </Page>
  )
}
