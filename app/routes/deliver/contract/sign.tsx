import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Clauses } from '#app/components/deliver/clauses.tsx'
import { ContractFacts } from '#app/components/deliver/contract-facts.tsx'
import { MilestoneTable } from '#app/components/deliver/milestone-table.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { contractFile } from '#domain/deliver/contract/contract-file.ts'
import { signForm } from '#domain/deliver/contract/forms.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'

export const handle = titled('contract.sign.title')
export const loader = pageLoader((ctx, { contractId }) => contractFile(ctx, contractId!))
export const action = formAction({
  form: signForm,
  run: (ctx, _, { contractId }) => signBySupplier(ctx, { contractId: contractId! }),
  goTo: ({ id }) => `/work/${id}`,
})

export default function SignBySupplier() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const open = page.card.filter((side) => !side.confirmedAt).length
  return (
    <Page
      back={{ to: `/work/${page.id}`, label: page.title }}
      eyebrow={page.refNo}
      title={t('contract.sign.title')}
    >
      <ContractFacts page={page} />
      <Section title={t('contract.milestones')}>
        <MilestoneTable milestones={page.milestones} price={page.price} />
      </Section>
      <Section title={t('contract.clauses')}>
        <Clauses clauses={page.clauses} />
      </Section>
      {open > 0 ? <Note kind="wait">{t('contract.sign.waits', { n: open })}</Note> : null}
      {page.acts.includes('contract.sign_by_supplier') ? (
        <Form submit={t('contract.sign.submit')}>
          <Tick name="agree">{t('contract.sign.agree')}</Tick>
        </Form>
      ) : null}
    </Page>
  )
}
