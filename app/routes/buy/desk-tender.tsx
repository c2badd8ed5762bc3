import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Changes } from '#app/components/buy/changes.tsx'
import { CriteriaTable } from '#app/components/buy/criteria-table.tsx'
import { DocumentList } from '#app/components/buy/document-list.tsx'
import { DraftChange } from '#app/components/buy/draft-change.tsx'
import { Reviews } from '#app/components/buy/reviews.tsx'
import { CancelTender, ReviewTender, type TenderDesk, ToDo } from '#app/components/buy/tender-acts.tsx'
import { TenderWordsOf } from '#app/components/buy/tender-words.tsx'
import { WaitingQuestions } from '#app/components/buy/waiting-questions.tsx'
import { Note } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { discardAmendment } from '#domain/buy/tender/discard-amendment.ts'
import {
  publishAmendmentForm,
  publishTenderForm,
  reasonForm,
  submitTenderForm,
} from '#domain/buy/tender/forms.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { returnTender } from '#domain/buy/tender/return-tender.ts'
import { endForm } from '#domain/buy/tender/review-forms.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'

export const handle = titled<TenderDesk>((_t, { tender }) => tender.title)
export const loader = pageLoader((ctx, { tenderId }) => tenderDesk(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  (_done, { tenderId }) => `/desk/tenders/${tenderId}`,
)
export const action = formActions({
  submit: on(submitTenderForm, submitTender),
  publish: on(publishTenderForm, publishTender),
  return: on(reasonForm, returnTender),
  cancel: on(endForm, cancelTender),
  change: on(publishAmendmentForm, publishAmendment),
  discard: on(publishAmendmentForm, discardAmendment),
})

export default function DeskTender() {
  const t = useT()
  const lang = useLang()
  const desk = useLoaderData<typeof loader>()
  const { tender, questions, amendments, may } = desk
  const path = `/desk/tenders/${tender.id}`
  return (
    <Page
      back={{ to: '/desk/tenders', label: t('desk-tenders.title') }}
      eyebrow={`${tender.refNo} · ${lang === 'en' ? tender.method.nameEn : tender.method.name}`}
      title={tender.title}
      lead={t(desk.collecting ? 'tender.state.collecting' : `tender.over.${tender.state}`)}
    >
      {tender.endReason ? <Note kind="wait">{t('plan.reason', { reason: tender.endReason })}</Note> : null}
      <ToDo desk={desk} />
      <Reviews desk={desk} />
      <ReviewTender desk={desk} />
      {may.answer ? (
        <WaitingQuestions
          tenderId={tender.id}
          waiting={questions.filter((q) => q.state === 'asked')}
          rule={desk.enquiry}
        />
      ) : null}
      <DraftChange desk={desk} />
      <Section title={t('tender.requirement')}>
        <TenderWordsOf tender={tender} />
        <DocumentList tenderId={tender.id} documents={tender.documents} />
      </Section>
      <Section title={t('criteria.title')}>
        <CriteriaTable criteria={tender.criteria} caption={tender.method.basis} />
      </Section>
      {tender.publishedAt ? <Changes amendments={amendments.filter((a) => a.publishedAt !== null)} /> : null}
      <Acts>
        {may.open ? <ButtonLink to={`${path}/opening`}>{t('tender.to-opening')}</ButtonLink> : null}
        {may.amend ? <a href={`${path}/amend`}>{t('amendment.new')}</a> : null}
        {may.amend ? <a href={`${path}/sheet`}>{t('amendment.sheet')}</a> : null}
        {may.amend ? <a href={`${path}/documents`}>{t('document.change')}</a> : null}
        {tender.publishedAt ? <a href={`/tenders/${tender.id}`}>{t('tender.see-public')}</a> : null}
        {tender.publishedAt && tender.sealMode === 'split' ? (
          <a href={`${path}/key`}>{t('seal.to-key')}</a>
        ) : null}
        {may.watch ? <a href={`${path}/panel`}>{t('tender.to-panel')}</a> : null}
        {may.award ? <a href={`${path}/award`}>{t('tender.to-award')}</a> : null}
      </Acts>
      {may.cancel ? <CancelTender desk={desk} /> : null}
    </Page>
  )
}
