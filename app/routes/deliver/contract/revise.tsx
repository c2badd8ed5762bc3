import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { LinkageFields } from '#app/components/deliver/linkage-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { revisePage } from '#domain/deliver/contract/draw-page.ts'
import { contractForm } from '#domain/deliver/contract/forms.ts'
import { reviseContract } from '#domain/deliver/contract/revise-contract.ts'

export const handle = titled('contract.revise.title')
export const loader = pageLoader((ctx, { contractId }) => revisePage(ctx, contractId!))
export const action = formAction({
  form: contractForm,
  run: (ctx, words, { contractId }) => reviseContract(ctx, { ...words, contractId: contractId! }),
  goTo: ({ id }) => `/desk/contracts/${id}`,
})

export default function Revise() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: `/desk/contracts/${page.id}`, label: page.title }} title={t('contract.revise.title')}>
      <Note kind="wait">{t('contract.revise.voids')}</Note>
      <Form submit={t('contract.revise.submit')}>
        <LinkageFields
          committees={page.committees}
          workers={page.workers}
          goals={page.goals}
          indicators={page.indicators}
          core={page.core}
          written={page.written}
        />
      </Form>
    </Page>
  )
}
