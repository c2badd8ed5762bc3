import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { withPaper } from '#app/http/ballot-paper.server.ts'
import { guardCodes } from '#app/http/code-guess.server.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { identifyForm, pressForm } from '#domain/ask/vote/forms.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { readDoor } from '#domain/ask/vote/read-round.ts'

export const handle = titled('ballot.identify.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readDoor(ctx, roundId))

const on = formsOf(
  ({ roundId = '' }) => ({ roundId }),
  ({ id }: { id: string }) => `/votes/${id}/cast/choose`,
)
export const action = formActions({
  code: on(
    identifyForm,
    (ctx, { roundId, code }, request) =>
      guardCodes(ctx, request, code, () => identifyVoter(ctx, { roundId, code })),
    { headers: withPaper },
  ),
  me: on(pressForm, (ctx, { roundId }) => identifyVoter(ctx, { roundId, code: null }), {
    headers: withPaper,
  }),
})

export default function Identify() {
  const signIn = useSignIn()
  const t = useT()
  const f = useFormat()
  const { round, mine } = useLoaderData<typeof loader>()
  const back = { to: `/votes/${round.id}`, label: round.name }
  if (round.phase !== 'open')
    return (
      <Page narrow back={back} title={t(`round.phase.${round.phase}`)}>
        <Note kind="wait">
          {t(`round.say.${round.phase}`, {
            n: round.maxChoices,
            date: f.shortDate(new Date(round.closesAt.getTime() - 1)),
            open: f.shortDate(round.opensAt),
          })}
        </Note>
      </Page>
    )
  return (
    <Page
      narrow
      back={back}
      eyebrow={t('ballot.step', { at: 1, what: t('ballot.step.1') })}
      title={t('ballot.identify.title')}
      lead={t(`ballot.identify.${round.unit}`)}
    >
      {mine ? (
        <Section plain title={t('ballot.identify.me')}>
          <Form name="me" submit={t('ballot.identify.as', { name: mine })}>
            <p>{t('ballot.identify.me.say')}</p>
          </Form>
        </Section>
      ) : null}
      <Form name="code" submit={t('ballot.next')}>
        <Field name="code" label={t('ballot.code')} hint={t('ballot.code.hint')} short autoComplete="off" />
      </Form>
      <Section title={t('ballot.no-slip')}>
        <p>{t('ballot.no-slip.say')}</p>
        <p>
          <a className="hit" href={signIn}>
            {t('ballot.sign-in')}
          </a>
        </p>
      </Section>
    </Page>
  )
}
