import { useLoaderData } from '@remix-run/react'
import { Details, Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import {
  type Invitation as Asked,
  answerInvitation,
  readInvitation,
} from '#domain/buy/proposal/answer-invitation.ts'
import { invitationForm } from '#domain/buy/proposal/forms.ts'

export const handle = titled('bid.invitation')
export const loader = pageLoader((ctx, { memberId }) => readInvitation(ctx, memberId!))
export const action = formAction({
  form: invitationForm,
  run: (ctx, input, { memberId }) => answerInvitation(ctx, { ...input, memberId: memberId! }),
  goTo: ({ says, id, tenderId }) =>
    says === 'yes' ? `/tenders/${tenderId}/proposal/team/${id}` : `/tenders/${tenderId}`,
})

const Answer = ({ asked }: { asked: Asked }) => {
  const t = useT()
  const f = useFormat()
  if (asked.late) return <Note>{t('bid.invitation.gone')}</Note>
  if (asked.consentedAt)
    return (
      <Details summary={t('bid.invitation.back-out')}>
        <p>{t(asked.isSent ? 'bid.invitation.back-out.sent' : 'bid.invitation.back-out.text')}</p>
        <Form look="danger" submit={t('bid.invitation.back-out')} hidden={{ says: 'no' }} />
      </Details>
    )
  return (
    <Form submit={t('bid.invitation.answer')}>
      <Choices
        name="says"
        legend={t('bid.invitation.ask')}
        hint={t('bid.invitation.hint', { at: f.dateTime(asked.deadline) })}
        options={[
          { value: 'yes', label: t('bid.invitation.yes'), note: t('bid.invitation.yes.note') },
          { value: 'no', label: t('bid.invitation.no'), note: t('bid.invitation.no.note') },
        ]}
      />
    </Form>
  )
}

export default function Invitation() {
  const t = useT()
  const f = useFormat()
  const asked = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${asked.tenderId}`, label: asked.tender }}
      title={t('bid.invitation')}
      lead={t(asked.leads ? 'bid.invitation.lead' : 'bid.invitation.member', {
        body: asked.body,
        tender: asked.tender,
      })}
    >
      {asked.consentedAt ? (
        <Note kind="done">{t('bid.invitation.agreed', { at: f.dateTime(asked.consentedAt) })}</Note>
      ) : null}
      <Answer asked={asked} />
    </Page>
  )
}
