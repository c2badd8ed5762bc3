import { useLoaderData } from '@remix-run/react'
import { ConsortiumFields } from '#app/components/bid/consortium-fields.tsx'
import { ConsortiumState } from '#app/components/bid/consortium-state.tsx'
import { PartSaved } from '#app/components/bid/part-saved.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { sentFile } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { attachFile } from '#domain/buy/proposal/attachments.ts'
import { dissolveConsortium, formConsortium } from '#domain/buy/proposal/consortium/form-consortium.ts'
import { consortiumForm } from '#domain/buy/proposal/consortium/forms.ts'
import { fileForm, withdrawForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'

export const handle = titled('bid.section.consortium')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/tenders/${id}/proposal/consortium`,
)
export const action = formActions({
  terms: on(consortiumForm, formConsortium),
  agreement: on(fileForm, async (ctx, { file, tenderId }) =>
    attachFile(ctx, { ...(await sentFile(file)), tenderId, agreement: true }),
  ),
  dissolve: on(withdrawForm, dissolveConsortium),
})

const Agreement = ({ own }: { own: Own }) => {
  const t = useT()
  const paper = own.body.attachments.find((a) => a.hash === own.body.consortium?.agreement)
  return (
    <Section title={t('consortium.agreement')}>
      <p>{t('consortium.agreement.lead')}</p>
      {paper ? (
        <Note kind="done">
          {t('consortium.agreement.have', { name: paper.name, hash: paper.hash.slice(0, 16) })}
        </Note>
      ) : null}
      <Form name="agreement" files look="second" submit={t('consortium.agreement.do')}>
        <Field
          name="file"
          kind="file"
          label={t('bid.attachments.file')}
          hint={t('bid.attachments.hint')}
          accept=".pdf,.png,.jpg,.jpeg"
        />
      </Form>
    </Section>
  )
}

export default function Consortium() {
  const t = useT()
  const own = useLoaderData<typeof loader>()
  if (!own.call.consortium)
    return (
      <ProposalPage own={own} title={t('bid.section.consortium')}>
        <Note>{t('consortium.not-here')}</Note>
      </ProposalPage>
    )
  return (
    <ProposalPage own={own} title={t('bid.section.consortium')} lead={t('consortium.lead')}>
      <p className="small quiet">{t('consortium.source')}</p>
      <PartSaved own={own} part="consortium" />
      {own.body.consortium ? <ConsortiumState own={own} /> : <Note>{t('consortium.none')}</Note>}
      {own.body.consortium ? <Agreement own={own} /> : null}
      <Section title={t('consortium.terms')}>
        <p className="small quiet">{t('consortium.change-voids')}</p>
        <Form name="terms" submit={t('consortium.save')} hidden={{ seen: own.stamps.consortium ?? '' }}>
          <ConsortiumFields own={own} />
        </Form>
      </Section>
      {own.body.consortium ? (
        <FormDetails form="dissolve" summary={t('consortium.dissolve')}>
          <Form name="dissolve" look="danger" submit={t('consortium.dissolve.do')}>
            <Tick name="sure">{t('consortium.dissolve.sure')}</Tick>
          </Form>
        </FormDetails>
      ) : null}
    </ProposalPage>
  )
}
