import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { claimForm } from '#domain/deliver/care/forms.ts'
import { claimMonth } from '#domain/deliver/care/settle-month.ts'
import { settlementsPage } from '#domain/deliver/care/settlement-page.ts'

export const handle = titled('settlement.title')
export const loader = pageLoader((ctx) => settlementsPage(ctx))
export const action = formAction({
  form: claimForm,
  run: (ctx, input) => claimMonth(ctx, input),
  goTo: ({ id }) => `/desk/care/settlements/${id}`,
})

export default function Settlements() {
  const t = useT()
  const f = useFormat()
  const { supplies, ready, claims } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('settlement.title')} lead={t('settlement.lead')}>
      {supplies ? (
        <Section plain title={t('settlement.ready')}>
          {ready.length === 0 ? <Empty>{t('settlement.ready.none')}</Empty> : null}
          {ready.map(({ id, title, month, visits, people, minutes, amount }) => (
            <Section key={id} title={title}>
              <p>
                {t('settlement.ready.say', {
                  ...{ month, visits, people },
                  ...{ hours: f.number(minutes / 60), amount: f.money(amount) },
                })}
              </p>
              <Form submit={t('settlement.claim')} hidden={{ frameworkId: id, month }} />
            </Section>
          ))}
        </Section>
      ) : null}
      <Section plain title={t('settlement.all')}>
        {claims.length === 0 ? <Empty>{t('settlement.none')}</Empty> : null}
        <Matters
          matters={claims.map((c) => ({
            key: c.id,
            kind: c.refNo,
            title: t('settlement.of', { month: c.month, supplier: c.supplier }),
            to: `/desk/care/settlements/${c.id}`,
            left: f.money(c.amount),
            until: t(`settlement.state.${c.state}`),
            say: c.title,
          }))}
        />
      </Section>
    </Page>
  )
}
