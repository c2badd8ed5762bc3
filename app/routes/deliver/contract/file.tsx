import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Clauses } from '#app/components/deliver/clauses.tsx'
import { ContractActs } from '#app/components/deliver/contract-acts.tsx'
import { ContractCard } from '#app/components/deliver/contract-card.tsx'
import { ContractFacts } from '#app/components/deliver/contract-facts.tsx'
import { ContractTag } from '#app/components/deliver/contract-tag.tsx'
import { MilestoneTable } from '#app/components/deliver/milestone-table.tsx'
import { PaperLinks } from '#app/components/deliver/paper-links.tsx'
import { RecoverySection } from '#app/components/deliver/recovery.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { contractFile } from '#domain/deliver/contract/contract-file.ts'
import { nothingForm, signForm, terminateForm } from '#domain/deliver/contract/forms.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { recoveryForm } from '#domain/deliver/payment/forms.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'

export const handle = titled<{ title: string }>((_, data) => data.title)
export const loader = pageLoader((ctx, { contractId }) => contractFile(ctx, contractId!))

const on = formsOf(
  ({ contractId = '' }) => ({ contractId }),
  ({ id }: { id: string }) => `/desk/contracts/${id}`,
)
export const action = formActions({
  sign: on(signForm, signContract),
  publish: on(nothingForm, publishContract),
  terminate: on(terminateForm, terminateContract),
  recover: on(recoveryForm, registerRecovery, { goTo: ({ id }) => `/desk/contracts/${id}#recovery` }),
})

export default function ContractFile() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/contracts', label: t('contracts.title') }}
      eyebrow={page.refNo}
      title={page.title}
      lead={<ContractTag state={page.state} />}
    >
      <ContractFacts page={page} />
      <ContractActs page={page} />
      <RecoverySection recovery={page.recovery} today={page.today} register={page.mayRecover} />
      <Acts>
        <ButtonLink look="second" to={`/work/${page.id}`}>
          {t('contract.room')}
        </ButtonLink>
        <ButtonLink look="second" to={`/desk/archive/${page.id}`}>
          {t('archive.link')}
        </ButtonLink>
        {page.publishedAt ? (
          <ButtonLink look="second" to={`/contracts/${page.id}`}>
            {t('contract.public')}
          </ButtonLink>
        ) : null}
      </Acts>
      <Section title={t('contract.card')}>
        <ContractCard card={page.card} confirmations />
      </Section>
      <Section title={t('contract.milestones')}>
        <MilestoneTable milestones={page.milestones} price={page.price} />
      </Section>
      <Section title={t('contract.clauses')}>
        <Clauses clauses={page.clauses} />
      </Section>
      <PaperLinks base={`/desk/contracts/${page.id}/text`} />
    </Page>
  )
}
