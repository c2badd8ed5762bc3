import { useLoaderData } from '@remix-run/react'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { attachFile, dropFile } from '#domain/buy/proposal/attachments.ts'
import { dropFileForm, fileForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'

export const handle = titled('bid.section.attachments')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
const goTo = ({ id }: { id: string }) => `/tenders/${id}/proposal/attachments`
export const action = formActions({
  attach: oneForm({
    form: fileForm,
    run: async (ctx, { file }, { tenderId }) =>
      attachFile(ctx, { tenderId: tenderId!, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }),
    goTo,
  }),
  drop: oneForm({
    form: dropFileForm,
    run: (ctx, { hash }, { tenderId }) => dropFile(ctx, { tenderId: tenderId!, hash }),
    goTo,
  }),
})

export default function Attachments() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  return (
    <ProposalPage own={own} title={t('bid.section.attachments')} lead={t('bid.attachments.lead')}>
      {own.body.attachments.length === 0 ? <Note>{t('bid.attachments.none')}</Note> : null}
      <ul>
        {own.body.attachments.map((file) => (
          <li key={file.hash} className="py-3 border-b border-hair">
            <b>{file.name}</b>{' '}
            <span className="small quiet num">
              {t('bid.attachments.size', { n: f.number(Math.ceil(file.size / 1024)) })}
            </span>
            <p className="hash small quiet">{file.hash.slice(0, 16)}</p>
            <Form name="drop" look="second" submit={t('bid.attachments.drop')} hidden={{ hash: file.hash }} />
          </li>
        ))}
      </ul>
      <Section plain title={t('bid.attachments.add')}>
        <Form name="attach" files submit={t('bid.attachments.do')}>
          <Field
            name="file"
            kind="file"
            label={t('bid.attachments.file')}
            hint={t('bid.attachments.hint')}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
          />
        </Form>
      </Section>
    </ProposalPage>
  )
}
