import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { enrolForm } from '#domain/who/seat/forms.ts'
import { enrol, seatToEnrol } from '#domain/who/sign-in/enrol.ts'

export const handle = titled('enrol.title')

export const loader = pageLoader(async (ctx, { seatId }) => {
  const { name, role } = await seatToEnrol(ctx.db, ctx, seatId!)
  return { name, role }
})
export const action = formAction({
  everyTime: true,
  form: enrolForm,
  run: (ctx, _input, { seatId }) => enrol(ctx, { seatId: seatId! }),
  goTo: () => null,
})

export default function Enrol() {
  const t = useT()
  const { name, role } = useLoaderData<typeof loader>()
  const answer = useActionData() as { shown?: { word: string } } | undefined
  const whose = { name, role: t(`role.${role}`) }
  return (
    <Page narrow back={{ to: '/desk/seats' }} title={t('enrol.title')} lead={t('enrol.lead', whose)}>
      {answer?.shown ? (
        <>
          <p>{t('enrol.word')}</p>
          <p className="hash">{answer.shown.word}</p>
          <p className="small quiet">{t('enrol.once')}</p>
        </>
      ) : (
        <Form submit={t('enrol.submit')}>
          <p>{t('enrol.renews')}</p>
        </Form>
      )}
    </Page>
  )
}
