import { useLoaderData } from '@remix-run/react'
import { FrameworkActs, OneProvider } from '#app/components/buy/framework-desk.tsx'
import { FrameworkItems } from '#app/components/buy/framework-fields.tsx'
import { Empty } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import {
  closeFrameworkForm,
  decideProviderForm,
  frameworkForm,
  publishFrameworkForm,
} from '#domain/buy/framework/forms.ts'
import { frameworkDesk } from '#domain/buy/framework/framework-page.ts'
import { decideProvider } from '#domain/buy/framework/join-framework.ts'
import { closeFramework, editFramework, publishFramework } from '#domain/buy/framework/write-framework.ts'

export const handle = titled<{ framework: { title: string } }>((_t, { framework }) => framework.title)
export const loader = pageLoader((ctx, { frameworkId }) => frameworkDesk(ctx, frameworkId!))
const on = formsOf(
  ({ frameworkId = '' }) => ({ frameworkId }),
  ({ id }: { id: string }) => `/desk/frameworks/${id}`,
)
export const action = formActions({
  edit: on(frameworkForm, editFramework),
  publish: on(publishFrameworkForm, publishFramework),
  close: on(closeFrameworkForm, closeFramework),
  decide: on(decideProviderForm, decideProvider),
})

export default function FrameworkDesk() {
  const t = useT()
  const { framework, plan, items, ordered, providers, may } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/desk/plans/${plan.id}`, label: plan.title }}
      eyebrow={t('framework.eyebrow', { no: framework.refNo })}
      title={framework.title}
      lead={<Tag kind="live">{t(`framework.state.${framework.state}`)}</Tag>}
    >
      <Facts
        facts={[
          { term: t('plan.amount'), text: <Money fen={framework.ceiling} /> },
          { term: t('framework.ordered'), text: <Money fen={ordered} /> },
          { term: t('framework.for'), text: framework.forWhom },
          { term: t('framework.conditions'), text: framework.conditions },
        ]}
      />
      <FrameworkItems items={items} />
      <Section plain title={t('framework.applications')}>
        {providers.length === 0 ? <Empty>{t('framework.applications.none')}</Empty> : null}
        {providers.map((one) => (
          <OneProvider key={one.id} one={one} decides={may.decide} />
        ))}
      </Section>
      <FrameworkActs framework={framework} items={items} may={may} />
    </Page>
  )
}
