import { useLoaderData } from '@remix-run/react'
import { CabinetPage } from '#app/components/bid/cabinet-page.tsx'
import { TextFields } from '#app/components/bid/record-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { keepTexts } from '#domain/buy/proposal/cabinet/keep.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'
import { textsForm } from '#domain/buy/proposal/forms.ts'

export const handle = titled('cabinet.texts')
export const loader = pageLoader(readCabinet)
export const action = formAction({ form: textsForm, run: keepTexts, goTo: () => '/cabinet' })

export default function CabinetTexts() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <CabinetPage page={page} drawer="texts">
      <Form submit={t('bid.save')} hidden={{ seen: page.stamps.texts }}>
        <TextFields texts={page.cabinet.texts} />
      </Form>
    </CabinetPage>
  )
}
