import { useLoaderData } from '@remix-run/react'
import { PartSaved } from '#app/components/bid/part-saved.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { BankFields } from '#app/components/bid/record-fields.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { organisationForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { confirmOrganisation } from '#domain/buy/proposal/write-sections.ts'

export const handle = titled('bid.section.organisation')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: organisationForm,
  run: (ctx, input, { tenderId }) => confirmOrganisation(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})

export default function Organisation() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const { supplier: s, body } = own
  return (
    <ProposalPage own={own} title={t('bid.section.organisation')} lead={t('bid.organisation.lead')}>
      <PartSaved own={own} part="organisation" />
      <Facts
        facts={[
          { term: t('bid.organisation.name'), text: s.name },
          { term: t('bid.organisation.uscc'), text: s.uscc ?? t('bid.organisation.no-uscc') },
          ...(s.form ? [{ term: t('bid.organisation.form'), text: t(`party.form.${s.form}`) }] : []),
          ...(s.grade
            ? [
                {
                  term: t('bid.organisation.grade'),
                  text: t('bid.organisation.grade.until', {
                    grade: s.grade,
                    until: s.gradeUntil ? f.day(s.gradeUntil) : '',
                  }),
                },
              ]
            : []),
          { term: t('bid.organisation.credit'), text: t(`party.credit.${s.credit}`) },
        ]}
      />
      <p className="small quiet">{t('bid.organisation.wrong')}</p>
      <Form submit={t('bid.save')} hidden={{ seen: own.stamps.organisation ?? '' }}>
        {s.codeFails && !s.usccOverride ? (
          <>
            <Note kind="wait">{t('bid.organisation.code-fails')}</Note>
            <Field name="override" kind="long" rows={2} label={t('bid.organisation.override')} />
          </>
        ) : null}
        <Field
          name="contact"
          label={t('bid.organisation.contact')}
          hint={t('bid.organisation.contact.hint')}
          fallback={body.organisation?.contact ?? own.offer.contact}
        />
        <BankFields bank={body.organisation ? body.organisation.bank : own.offer.bank} />
      </Form>
    </ProposalPage>
  )
}
