import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { hereForm } from '#domain/deliver/diary/forms.ts'
import { tickHere } from '#domain/deliver/diary/hold-session.ts'
import { doorPage } from '#domain/deliver/diary/session-page.ts'

export const handle = titled('here.title')
export const loader = pageLoader(async (ctx, { door }, url) => ({
  ...(await doorPage(ctx, door!)),
  done: url.searchParams.has('done'),
}))
export const action = formAction({
  form: hereForm,
  run: (ctx, { code }, { door }) => tickHere(ctx, { code, door: door! }),
  goTo: ({ door }) => `/here/${door}?done`,
})

/** 扫码到场: nothing on this page says who anybody is. */
export default function Here() {
  const t = useT()
  const f = useFormat()
  const { title, place, heldOn, today, closed, done } = useLoaderData<typeof loader>()
  const open = !closed && heldOn === today
  return (
    <Page
      narrow
      eyebrow={t('here.title')}
      title={title}
      lead={t('session.when', { on: f.day(heldOn), place })}
    >
      {done ? <Note kind="done">{t('here.done')}</Note> : null}
      {open ? (
        <Form submit={t('here.do')}>
          <Field name="code" kind="code" short label={t('here.code')} hint={t('here.code.hint')} />
        </Form>
      ) : (
        <Note kind="wait">{closed ? t('here.closed') : t('here.other-day', { on: f.day(heldOn) })}</Note>
      )}
    </Page>
  )
}
