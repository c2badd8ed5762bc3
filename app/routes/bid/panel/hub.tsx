import { useLoaderData } from '@remix-run/react'
import { PanelTasks } from '#app/components/bid/panel-tasks.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { recuseForm } from '#domain/buy/evaluation/forms.ts'
import { readMyPanel } from '#domain/buy/evaluation/read-panel.ts'
import { recuse } from '#domain/buy/evaluation/recuse.ts'

export const handle = titled('panel.hub')
export const loader = pageLoader((ctx, { tenderId }) => readMyPanel(ctx, tenderId!))
export const action = formActions({
  recuse: oneForm({
    form: recuseForm,
    run: (ctx, input, { tenderId }) => recuse(ctx, { ...input, tenderId: tenderId! }),
    goTo: () => '/panel',
  }),
})

export default function PanelHub() {
  const t = useT()
  const f = useFormat()
  const panel = useLoaderData<typeof loader>()
  const { call, mine, size, submitted } = panel
  return (
    <Page
      back={{ to: '/panel', label: t('panel.mine') }}
      eyebrow={t('panel.eyebrow', { no: call.refNo, n: mine.ordinal, kind: t(`panel.kind.${mine.kind}`) })}
      title={call.title}
      lead={t('panel.hub.lead', { n: size, submitted })}
    >
      {call.openedAt ? null : (
        <Note kind="wait">{t('panel.not-opened', { at: f.dateTime(call.deadline) })}</Note>
      )}
      {call.endReason && call.state === 'failed' ? <Note kind="late">{call.endReason}</Note> : null}
      {call.openedAt && !panel.ready && mine.state === 'declared_clear' ? (
        <Note kind="wait">{t('panel.others')}</Note>
      ) : null}
      <Section title={t('panel.steps')}>
        <PanelTasks panel={panel} />
      </Section>
      {panel.ready && call.openedAt ? (
        <p className="links screen">
          <a href={`/panel/${call.id}/signals`}>{t('signals')}</a>
        </p>
      ) : null}
      <dl className="facts mt-6">
        {(['others', 'ties', 'formula'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`panel.about.${part}`)}</dt>
            <dd>{t(`panel.about.${part}.text`, { n: size, submitted })}</dd>
          </div>
        ))}
      </dl>
      {call.reportHash ? null : (
        <FormDetails form="recuse" summary={t('panel.recuse')}>
          <Form name="recuse" look="danger" submit={t('panel.recuse.do')}>
            <Field
              name="reason"
              kind="long"
              rows={2}
              label={t('panel.recuse.reason')}
              hint={t('panel.recuse.hint')}
            />
          </Form>
        </FormDetails>
      )}
    </Page>
  )
}
