import { useLoaderData } from '@remix-run/react'
import { DocumentList } from '#app/components/buy/document-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { sentFile } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { addDocument, dropDocument } from '#domain/buy/tender/add-document.ts'
import { draftDocumentChange } from '#domain/buy/tender/change-document.ts'
import { documentChangeForm, documentForm, dropDocumentForm } from '#domain/buy/tender/forms.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'

export const handle = titled('document.title')
export const loader = pageLoader((ctx, { tenderId }) => tenderDesk(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  (_done, { tenderId }) => `/desk/tenders/${tenderId}/documents`,
)
export const action = formActions({
  add: on(documentForm, async (ctx, { file, tenderId }) =>
    addDocument(ctx, { ...(await sentFile(file)), tenderId }),
  ),
  drop: on(dropDocumentForm, dropDocument),
  change: on(
    documentChangeForm,
    async (ctx, { file, ...change }) => draftDocumentChange(ctx, { ...change, ...(await sentFile(file)) }),
    { goTo: (_done, { tenderId }) => `/desk/tenders/${tenderId}` },
  ),
})

const FileField = () => {
  const t = useT()
  return (
    <Field
      name="file"
      kind="file"
      label={t('document.file')}
      hint={t('bid.attachments.hint')}
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
    />
  )
}

type Desk = Awaited<ReturnType<typeof tenderDesk>>
/** After publication: an amendment brings the file. */
const Change = ({ desk: { tender, earliestChange } }: { desk: Desk }) => {
  const t = useT()
  const f = useFormat()
  const said = { now: f.dateTime(tender.deadline), earliest: f.date(earliestChange) }
  const one = { value: '', label: t('document.one-more') }
  return (
    <Form name="change" files submit={t('amendment.save')}>
      <Field
        name="replacesId"
        kind="select"
        optional
        label={t('document.replaces')}
        options={[one, ...tender.documents.map((d) => ({ value: d.id, label: d.name }))]}
      />
      <FileField />
      <Field name="reason" kind="long" rows={2} label={t('amendment.why')} />
      <Field
        name="newDeadline"
        kind="datetime"
        optional
        label={t('amendment.new-deadline')}
        hint={t('amendment.new-deadline.hint', said)}
      />
    </Form>
  )
}

export default function Documents() {
  const t = useT()
  const desk = useLoaderData<typeof loader>()
  const { tender, may } = desk
  const drop = ({ id }: { id: string }) => (
    <Form name="drop" look="second" submit={t('bid.attachments.drop')} hidden={{ documentId: id }} />
  )
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${tender.id}`, label: tender.title }}
      title={t('document.title')}
      lead={t(may.write ? 'document.lead' : 'document.lead.fixed')}
    >
      <DocumentList tenderId={tender.id} documents={tender.documents} {...(may.write ? { act: drop } : {})} />
      {may.write ? (
        <Section plain title={t('bid.attachments.add')}>
          <Form name="add" files submit={t('bid.attachments.do')}>
            <FileField />
          </Form>
        </Section>
      ) : null}
      {may.amend ? (
        <Section plain title={t('document.change')} aside={t('document.change.hint')}>
          <Change desk={desk} />
        </Section>
      ) : null}
    </Page>
  )
}
