import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { ContractCard } from '#app/components/deliver/contract-card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmLinkage } from '#domain/deliver/contract/confirm-linkage.ts'
import { confirmLinkageForm } from '#domain/deliver/contract/forms.ts'
import { linkagePage } from '#domain/deliver/contract/linkage-page.ts'

export const handle = titled('linkage.confirm.title')
export const loader = pageLoader((ctx, { contractId }) => linkagePage(ctx, contractId!))
export const action = formAction({
  form: confirmLinkageForm,
  run: (ctx, words, { contractId }) => confirmLinkage(ctx, { ...words, contractId: contractId! }),
  goTo: ({ id }) => `/work/${id}/linkage`,
})

export default function ConfirmLinkage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const mine = page.card.find((side) => side.sector === page.sector)
  return (
    <Page
      {...(page.back ? { back: { to: page.back, label: page.title } } : { eyebrow: page.title })}
      title={t('linkage.confirm.title')}
      lead={t(page.published ? 'linkage.confirm.again' : 'linkage.confirm.lead')}
    >
      <ContractCard card={page.card} confirmations />
      {mine && page.sector ? (
        <Section title={t('linkage.confirm.mine', { sector: t(`linkage.${page.sector}`), body: mine.body })}>
          <Form submit={t('linkage.confirm.submit')} hidden={{ sector: page.sector }}>
            <Field
              name="duty"
              kind="long"
              label={t('linkage.does')}
              hint={t('linkage.confirm.hint')}
              fallback={mine.duty}
            />
            <Field
              name="contribution"
              kind="long"
              rows={3}
              label={t('linkage.brings')}
              fallback={mine.contribution}
            />
          </Form>
        </Section>
      ) : (
        <Note kind={page.card.every((side) => side.confirmedAt) ? 'done' : 'wait'}>
          {t(page.card.every((side) => side.confirmedAt) ? 'linkage.all-confirmed' : 'linkage.not-you')}
        </Note>
      )}
    </Page>
  )
}
