import { useLoaderData } from '@remix-run/react'
import { CabinetPage } from '#app/components/bid/cabinet-page.tsx'
import { BankFields } from '#app/components/bid/record-fields.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { factsForm } from '#domain/buy/proposal/cabinet/forms.ts'
import { keepFacts } from '#domain/buy/proposal/cabinet/keep.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'

export const handle = titled('cabinet.facts')
export const loader = pageLoader(readCabinet)
export const action = formAction({ form: factsForm, run: keepFacts, goTo: () => '/cabinet' })

export default function CabinetFacts() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { cabinet, stamps } = page
  return (
    <CabinetPage page={page} drawer="facts">
      <Form submit={t('bid.save')} hidden={{ seen: stamps.facts }}>
        <Field
          name="contact"
          optional
          label={t('bid.organisation.contact')}
          hint={t('bid.organisation.contact.hint')}
          fallback={cabinet.contact}
        />
        <BankFields bank={cabinet.bank} />
      </Form>
    </CabinetPage>
  )
}
