import { useLoaderData } from '@remix-run/react'
import { CabinetPage } from '#app/components/bid/cabinet-page.tsx'
import { RecordFields } from '#app/components/bid/record-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { keepRecord } from '#domain/buy/proposal/cabinet/keep.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'
import { recordForm } from '#domain/buy/proposal/forms.ts'

export const handle = titled('cabinet.record')
export const loader = pageLoader(readCabinet)
export const action = formAction({ form: recordForm, run: keepRecord, goTo: () => '/cabinet' })

export default function CabinetRecord() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <CabinetPage page={page} drawer="record">
      <Form submit={t('bid.save')} hidden={{ seen: page.stamps.record }}>
        <RecordFields experience={page.cabinet.experience} finance={page.cabinet.finance} />
      </Form>
    </CabinetPage>
  )
}
