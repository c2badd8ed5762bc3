import { useLoaderData } from '@remix-run/react'
import { Empty, FormDetails } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { PracticeFacts } from '#app/components/deliver/practice-facts.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmCpdForm, superviseForm } from '#domain/deliver/casework/forms.ts'
import { confirmCpd, nameSupervisor, teamPage } from '#domain/deliver/casework/practice.ts'

export const handle = titled('team.title')
export const loader = pageLoader((ctx) => teamPage(ctx))
const goTo = () => '/desk/team'
const confirm = oneForm({ form: confirmCpdForm, run: (ctx, input) => confirmCpd(ctx, input), goTo })
export const action = formActions({
  confirm,
  supervise: oneForm({ form: superviseForm, run: (ctx, input) => nameSupervisor(ctx, input), goTo }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Waiting = ({ waiting }: { waiting: Shown['waiting'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('team.waiting')}>
      <Form name="confirm" submit={t('practice.cpd.confirm')}>
        <Choices
          name="cpdId"
          legend={t('team.confirm.which')}
          options={waiting.map(({ cpdId, name, heldOn, title, hours }) => ({
            value: cpdId,
            label: t('team.confirm', { name, n: hours }),
            note: `${f.date(heldOn)} ${title}`,
          }))}
        />
      </Form>
    </Section>
  )
}

export default function Team() {
  const t = useT()
  const { team, waiting, signs } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk/body' }} title={t('team.title')} lead={t('team.lead')}>
      {team.length === 0 ? <Empty>{t('team.none')}</Empty> : null}
      {team.map((practice) => (
        <Section key={practice.id} title={practice.name}>
          <PracticeFacts practice={practice} />
        </Section>
      ))}
      {signs && waiting.length > 0 ? <Waiting waiting={waiting} /> : null}
      {signs && team.length > 0 ? (
        <FormDetails form="supervise" summary={t('team.supervise')}>
          <Form name="supervise" look="second" submit={t('team.supervise.do')}>
            <Choices
              name="workerId"
              legend={t('team.supervise.who')}
              options={team.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Field name="certNo" short label={t('team.supervise.cert')} hint={t('team.supervise.hint')} />
          </Form>
        </FormDetails>
      ) : null}
    </Page>
  )
}
