import { useLoaderData } from '@remix-run/react'
import { CabinetPage } from '#app/components/bid/cabinet-page.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { teamForm } from '#domain/buy/proposal/cabinet/forms.ts'
import { keepTeam } from '#domain/buy/proposal/cabinet/keep.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'

export const handle = titled('cabinet.team')
export const loader = pageLoader(readCabinet)
export const action = formAction({ form: teamForm, run: keepTeam, goTo: () => '/cabinet' })

export default function CabinetTeam() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <CabinetPage page={page} drawer="team">
      <Form submit={t('bid.save')} hidden={{ seen: page.stamps.team }}>
        <Field
          name="certNos"
          kind="long"
          rows={6}
          optional
          label={t('cabinet.team.field')}
          hint={t('cabinet.team.hint')}
          fallback={page.cabinet.team.map((m) => m.certNo).join('\n')}
        />
      </Form>
    </CabinetPage>
  )
}
