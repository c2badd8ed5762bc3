import { useLoaderData } from '@remix-run/react'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { WhereSealed } from '#app/components/bid/seal/send-form.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { scriptLoader } from '#app/http/script-loader.server.ts'
import { sentFile } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { attachFile, dropFile } from '#domain/buy/proposal/attachments.ts'
import { dropFileForm, fileForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { readFileSealing } from '#domain/buy/seal/read-sealing.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('bid.section.attachments')
export const loader = scriptLoader(async (ctx, { tenderId }) => ({
  own: await readOwn(ctx, tenderId!),
  sealing: await readFileSealing(ctx, tenderId!),
}))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/tenders/${id}/proposal/attachments`,
)
export const action = formActions({
  attach: on(fileForm, async (ctx, { file, size, hash, tenderId }) => {
    const sealedThere = size && hash ? { size, hash } : undefined
    return attachFile(ctx, { ...(await sentFile(file)), tenderId, sealedThere })
  }),
  drop: on(dropFileForm, dropFile),
})

export default function Attachments() {
  const t = useT()
  const f = useFormat()
  const { page, nonce } = useLoaderData<typeof loader>()
  const { own, sealing } = page
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
        <div data-seal="file" data-key={sealing?.key} data-bound={sealing?.bound}>
          <Form
            name="attach"
            files
            submit={t('bid.attachments.do')}
            hidden={sealing ? { size: '', hash: '' } : {}}
          >
            {sealing ? <WhereSealed file /> : null}
            <Field
              name="file"
              kind="file"
              label={t('bid.attachments.file')}
              hint={t('bid.attachments.hint')}
              accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
            />
          </Form>
        </div>
      </Section>
      {sealing ? <script src="/seal.js" nonce={nonce} defer /> : null}
    </ProposalPage>
  )
}
