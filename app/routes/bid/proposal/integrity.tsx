import { useLoaderData } from '@remix-run/react'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { integrityForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { giveIntegrity } from '#domain/buy/proposal/write-sections.ts'

export const handle = titled('bid.section.integrity')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: integrityForm,
  run: (ctx, _, { tenderId }) => giveIntegrity(ctx, { tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})

export default function Integrity() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const given = own.body.integrity
  return (
    <ProposalPage own={own} title={t('bid.section.integrity')} lead={t('bid.integrity.lead')}>
      {given ? <Note kind="done">{t('bid.integrity.given', { at: f.dateTime(given.at) })}</Note> : null}
      <Form submit={t('bid.integrity.do')}>
        <Tick name="honest">{t('bid.integrity.honest')}</Tick>
        <Tick name="noCollusion">{t('bid.integrity.collusion')}</Tick>
        <Tick name="noAssignment">{t('bid.integrity.assignment')}</Tick>
      </Form>
    </ProposalPage>
  )
}
