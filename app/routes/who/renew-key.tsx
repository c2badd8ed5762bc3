import { useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { renewKey, renewKeyForm, seatToRenew } from '#domain/who/sign-in/renew-key.ts'

export const handle = titled('renew.title')

export const loader = pageLoader(async (ctx, { seatId }) => {
  const { name, role } = await seatToRenew(ctx.db, ctx, seatId!)
  return { name, role }
})
export const action = formAction({
  everyTime: true,
  form: renewKeyForm,
  run: (ctx, { ground }, { seatId }) => renewKey(ctx, { seatId: seatId!, ground }),
  goTo: () => null,
})

/** 补办登录: for who lost his telephone or forgot his password. */
export default function RenewKey() {
  const t = useT()
  const { name, role } = useLoaderData<typeof loader>()
  const answer = useActionData() as { shown?: { word: string } } | undefined
  const whose = { name, role: t(`role.${role}`) }
  return (
    <Page narrow back={{ to: '/desk/seats' }} title={t('renew.title')} lead={t('renew.lead', whose)}>
      {answer?.shown ? (
        <>
          <p>{t('enrol.word')}</p>
          <p className="hash">{answer.shown.word}</p>
          <p className="small quiet">{t('enrol.once')}</p>
        </>
      ) : (
        <Form submit={t('renew.submit')} look="danger">
          <p>{t('renew.ends')}</p>
          <Field name="ground" kind="text" label={t('seats.ground')} hint={t('renew.ground.hint')} />
        </Form>
      )}
    </Page>
  )
}
