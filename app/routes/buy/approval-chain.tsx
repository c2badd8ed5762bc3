import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Timeline } from '#app/components/timeline.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Step } from '#domain/buy/plan/approval-chain.ts'
import { chainPage } from '#domain/buy/plan/chain-page.ts'
import { chainForm } from '#domain/buy/plan/forms.ts'
import { setChain } from '#domain/buy/plan/set-chain.ts'

export const handle = titled('chain.title')
export const loader = pageLoader((ctx) => chainPage(ctx))
export const action = formAction({
  form: chainForm,
  run: (ctx, input) => setChain(ctx, { ...input, buyerId: ctx.actor.seat?.partyId ?? '' }),
  goTo: () => '/desk/approval-chain',
})

const posts = ['handler', 'finance', 'approver'] as const

/** One select a place: a place left empty shortens the chain. */
const Places = ({ steps }: { steps: readonly Step[] }) => {
  const t = useT()
  const options = [
    { value: '', label: t('chain.nobody') },
    ...posts.map((step) => ({ value: step, label: t(`plan.step.${step}`) })),
  ]
  return posts.map((post, at) => (
    <Field
      key={post}
      name={`steps[${at}]`}
      kind="select"
      optional={at > 0}
      label={t('chain.place', { n: at + 1 })}
      options={options}
      fallback={steps[at] ?? ''}
    />
  ))
}

export default function ApprovalChain() {
  const t = useT()
  const f = useFormat()
  const { now, limit, changes, sets } = useLoaderData<typeof loader>()
  const said = (steps: readonly Step[]) => steps.map((step) => t(`plan.step.${step}`)).join(' → ')
  return (
    <Page
      narrow
      back={{ to: '/desk/plans', label: t('plans.title') }}
      title={t('chain.title')}
      lead={t('chain.lead')}
    >
      <Note>
        <b>{said(now.steps)}</b> {t(now.version ? 'chain.version' : 'chain.usual', { n: now.version })}
      </Note>
      {limit ? (
        <p>
          {t('chain.limit', { limit: f.money(limit.limit) })}{' '}
          <span className="quiet small">{limit.source}</span>
        </p>
      ) : null}
      {limit ? (
        <Links
          links={[
            ...(sets ? [{ to: '/desk/delegations', label: t('delegation.to-desk') }] : []),
            { to: '/delegations', label: t('delegation.title') },
          ]}
        />
      ) : null}
      {sets ? (
        <Section title={t('chain.change')} aside={t('chain.change.hint')}>
          <Form submit={t('chain.do')} hidden={{ version: now.version }}>
            <Places steps={now.steps} />
            <Field
              name="ground"
              kind="long"
              rows={2}
              label={t('chain.ground')}
              hint={t('chain.ground.hint')}
            />
          </Form>
        </Section>
      ) : null}
      {changes.length > 0 ? (
        <Section title={t('chain.history')}>
          <Timeline
            moments={changes.map((c) => ({
              key: String(c.version),
              when: f.dateTime(c.setAt),
              title: t('chain.history.of', { n: c.version, by: c.by }),
              text: `${said(c.steps)} · ${c.ground}`,
            }))}
          />
        </Section>
      ) : null}
    </Page>
  )
}
