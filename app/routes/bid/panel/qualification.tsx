import { useLoaderData } from '@remix-run/react'
import { Corrected, Supplied } from '#app/components/bid/asked-bidder.tsx'
import { ConditionChoices } from '#app/components/bid/condition-choices.tsx'
import { BudgetSheet, CheckedFacts, Papers } from '#app/components/bid/proposal-facts.tsx'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { votesForm } from '#domain/buy/evaluation/forms.ts'
import { grounds } from '#domain/buy/evaluation/grounds.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { readQualification } from '#domain/buy/evaluation/read-proposals.ts'

export const handle = titled('panel.step.qualification')
export const loader = pageLoader((ctx, { tenderId }) => readQualification(ctx, tenderId!))
export const action = formAction({
  form: votesForm,
  run: (ctx, input, { tenderId }) => voteQualification(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/panel/${id}`,
})

export default function Qualification() {
  const t = useT()
  const alias = useAlias()
  const { call, proposals, votes, settled, buyerFirst, byBuyer } = useLoaderData<typeof loader>()
  const mine = (id: string) => votes.find((v) => v.proposalId === id && v.about === 'qualification')
  return (
    <Page
      narrow
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('panel.step.qualification')}
      lead={t('panel.qualification.lead')}
    >
      <ul className="list-disc pl-6">
        {call.qualification.map((q) => (
          <li key={q}>{q}</li>
        ))}
      </ul>
      {byBuyer ? (
        <Note kind={buyerFirst ? 'wait' : 'plain'}>
          {t(buyerFirst ? 'panel.buyer-first' : 'panel.by-buyer')}
        </Note>
      ) : null}
      {settled.qualification ? <Note kind="done">{t('panel.settled')}</Note> : null}
      <Form
        submit={settled.qualification || buyerFirst ? undefined : t('panel.qualification.do')}
        hidden={Object.fromEntries(proposals.map((p, at) => [`votes[${at}].proposalId`, p.id]))}
      >
        {proposals.map((p, at) => (
          <Section key={p.id} title={alias(p.alias)}>
            {p.hard.length > 0 ? (
              <Note kind="late">
                {t('panel.qualification.hard', { list: p.hard.map((g) => t(`ground.${g}`)).join('；') })}
              </Note>
            ) : null}
            <CheckedFacts p={p} />
            <BudgetSheet p={p} />
            <Papers p={p} tenderId={call.id} />
            <Supplied callId={call.id} p={p} />
            <Corrected p={p} />
            {settled.qualification ? null : (
              <p className="links mt-4 mb-6">
                <a href={`/panel/${call.id}/ask/${p.id}`}>{t('panel.ask.to')}</a>
              </p>
            )}
            {byBuyer ? null : (
              <ConditionChoices
                name={`votes[${at}].failed`}
                conditions={call.qualification}
                failed={mine(p.id)?.failed}
              />
            )}
            <Choices
              name={`votes[${at}].passes`}
              legend={t('panel.qualification.ask', { alias: alias(p.alias) })}
              fallback={mine(p.id) ? (mine(p.id)!.passes ? 'yes' : 'no') : []}
              options={[
                { value: 'yes', label: t('panel.qualification.yes') },
                { value: 'no', label: t('panel.qualification.no') },
              ]}
            />
            <Field
              name={`votes[${at}].ground`}
              kind="select"
              optional
              label={t('panel.qualification.ground')}
              fallback={mine(p.id)?.ground ?? p.hard[0]}
              options={grounds.map((g) => ({ value: g, label: t(`ground.${g}`) }))}
            />
            <Field
              name={`votes[${at}].words`}
              kind="long"
              rows={2}
              optional
              label={t('panel.qualification.words')}
              fallback={mine(p.id)?.words}
            />
          </Section>
        ))}
      </Form>
    </Page>
  )
}
