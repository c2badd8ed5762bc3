import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { DeskDue } from '#app/components/deliver/desk-due.tsx'
import { Readings } from '#app/components/deliver/evidence.tsx'
import { Opinions } from '#app/components/deliver/opinions.tsx'
import { Signatures } from '#app/components/deliver/signatures.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { acceptancePage } from '#domain/deliver/acceptance/acceptance-page.ts'
import { reopenForm } from '#domain/deliver/acceptance/forms.ts'
import { reopenAcceptance } from '#domain/deliver/acceptance/reopen-acceptance.ts'

export const handle = titled('acceptance.title')
export const loader = pageLoader((ctx, { acceptanceId }) => acceptancePage(ctx, acceptanceId!))
export const action = formAction({
  form: reopenForm,
  run: (ctx, typed, { acceptanceId }) => reopenAcceptance(ctx, { ...typed, acceptanceId: acceptanceId! }),
  goTo: ({ id }) => `/desk/acceptances/${id}`,
})

export default function AcceptanceFile() {
  const t = useT()
  const f = useFormat()
  const a = useLoaderData<typeof loader>()
  const open = a.state === 'opened'
  const left = 3 - a.signs.length
  const waits =
    a.missing > 0
      ? t('acceptance.stands', { n: a.missing, signs: left })
      : t('acceptance.stands.signs', { n: left })
  const stands = open ? waits : t(a.met === 1 ? 'acceptance.was-met' : 'acceptance.was-not-met')
  return (
    <Page
      back={{ to: `/work/${a.contractId}`, label: a.title }}
      eyebrow={a.milestone.title}
      title={t('acceptance.title')}
      lead={stands}
    >
      {a.reopenedAt ? (
        <Note kind="late">
          {t('acceptance.reopened', { date: f.day(a.reopenedAt), reason: a.reopenReason ?? '' })}
        </Note>
      ) : null}
      <Facts
        facts={[
          { term: t('contract.supplier'), text: a.supplier },
          { term: t('milestone.price'), text: f.money(a.milestone.price) },
          { term: t('milestone.claim.words'), text: a.milestone.claim ?? '' },
          { term: t('milestone.finding'), text: a.milestone.finding ?? '' },
          ...(open && a.due ? [{ term: t('acceptance.due'), text: <DeskDue due={a.due} /> }] : []),
        ]}
      />
      <Acts>
        {a.mayEnter ? (
          <ButtonLink to={`/desk/acceptances/${a.id}/enter`}>{t('acceptance.enter.title')}</ButtonLink>
        ) : null}
        {a.maySign && a.missing === 0 ? (
          <ButtonLink to={`/desk/acceptances/${a.id}/sign`}>{t('acceptance.sign.title')}</ButtonLink>
        ) : null}
        {open ? null : (
          <ButtonLink look="second" to={`/acceptances/${a.id}`}>
            {t('acceptance.public')}
          </ButtonLink>
        )}
      </Acts>
      {a.maySign && a.missing > 0 ? (
        <Note kind="wait">{t('acceptance.sign.waits', { n: a.missing })}</Note>
      ) : null}
      <Section
        title={t('opinion.title')}
        aside={t('acceptance.heard', { n: a.opinions, required: a.required })}
      >
        {a.seed ? (
          <p className="quiet small">
            {t('acceptance.drawn', { n: a.required, unreached: a.unreached })}{' '}
            <span className="hash">{a.seed}</span>
          </p>
        ) : null}
        <Opinions sum={a} />
        {a.words.map((said) => (
          <blockquote key={said.level + said.words} className="font-song">
            {said.words}
          </blockquote>
        ))}
      </Section>
      <Section title={t('contract.indicators')}>
        <Readings readings={a.readings} />
      </Section>
      <Section title={t('acceptance.group')}>
        <Signatures signs={a.signs} open={open} />
      </Section>
      {a.mayReopen ? (
        <Section title={t('acceptance.reopen.title')}>
          <Form look="danger" submit={t('acceptance.reopen.submit')}>
            <Field
              name="reason"
              kind="long"
              rows={3}
              label={t('acceptance.reopen.reason')}
              hint={t('acceptance.reopen.hint')}
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
