import { useLoaderData } from '@remix-run/react'
import { NeedFields } from '#app/components/ask/need-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { editNeed } from '#domain/ask/need/edit-need.ts'
import { draftNeedForm } from '#domain/ask/need/forms.ts'
import { readForWriting } from '#domain/ask/need/read-need.ts'

export const handle = titled('need.edit.title')
export const loader = pageLoader((ctx, { id = '' }) => readForWriting(ctx, id))
export const action = formAction({
  form: draftNeedForm,
  run: (ctx, input, { id = '' }) => editNeed(ctx, { ...input, needId: id }),
  goTo: ({ id }) => `/desk/needs/${id}`,
})

export default function EditNeed() {
  const t = useT()
  const { need, ...rest } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: `/desk/needs/${need?.id}` }} eyebrow={need?.refNo} title={t('need.edit.title')}>
      <Form submit={t('need.save')}>
        <NeedFields {...rest} need={need} />
      </Form>
    </Page>
  )
}
