import { useLoaderData } from '@remix-run/react'
import { PartSaved } from '#app/components/bid/part-saved.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { TextFields } from '#app/components/bid/record-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { textsForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { writeTexts } from '#domain/buy/proposal/write-sections.ts'

export const handle = titled('bid.section.texts')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: textsForm,
  run: (ctx, input, { tenderId }) => writeTexts(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})

export default function Texts() {
  const t = useT()
  const own = useLoaderData<typeof loader>()
  return (
    <ProposalPage own={own} title={t('bid.section.texts')} lead={t('texts.lead')}>
      <PartSaved own={own} part="texts" />
      <Form submit={t('bid.save')} hidden={{ seen: own.stamps.texts ?? '' }}>
        <TextFields texts={own.body.texts} />
      </Form>
    </ProposalPage>
  )
}
