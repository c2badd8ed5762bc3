import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { DeskDue } from '#app/components/deliver/desk-due.tsx'
import { LinkageFields } from '#app/components/deliver/linkage-fields.tsx'
import { PlannedMilestones } from '#app/components/deliver/planned-milestones.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { drawPage } from '#domain/deliver/contract/draw-page.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { contractForm } from '#domain/deliver/contract/forms.ts'

export const handle = titled('contract.draw.title')
export const loader = pageLoader((ctx, { awardId }) => drawPage(ctx, awardId!))
export const action = formAction({
  form: contractForm,
  run: (ctx, words, { awardId }) => drawUpContract(ctx, { ...words, awardId: awardId! }),
  goTo: ({ id }) => `/desk/contracts/${id}`,
})

export default function DrawUp() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/contracts', label: t('contracts.title') }}
      title={t('contract.draw.title')}
      lead={t('contract.draw.lead')}
    >
      <Facts
        facts={[
          { term: t('contract.matter'), text: page.title },
          { term: t('contract.buyer'), text: page.buyer },
          { term: t('contract.supplier'), text: page.supplier },
          { term: t('contract.price'), text: f.money(page.price) },
          {
            term: t('contract.term'),
            text: t('contract.term.text', { from: f.day(page.from), to: f.day(page.to) }),
          },
          {
            term: t('contract.indicators'),
            text: page.indicators
              .map((i) => `${i.name} ${f.number(i.target)} ${i.unit}`)
              .join(t('list.comma')),
          },
          ...(page.due ? [{ term: t('contract.due.sign'), text: <DeskDue due={page.due} /> }] : []),
        ]}
      />
      <Section title={t('contract.milestones')}>
        <PlannedMilestones milestones={page.milestones} price={page.price} />
      </Section>
      <Form submit={t('contract.draw.submit')}>
        <LinkageFields
          committees={page.committees}
          workers={page.workers}
          goals={page.goals}
          indicators={page.indicators}
          core={page.core}
        />
      </Form>
    </Page>
  )
}
