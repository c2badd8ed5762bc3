import { useLoaderData } from '@remix-run/react'
import { NeedFields } from '#app/components/ask/need-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { draftNeedForm } from '#domain/ask/need/forms.ts'
import { readForWriting } from '#domain/ask/need/read-need.ts'

export const handle = titled('need.new.title')
export const loader = pageLoader((ctx) => readForWriting(ctx))
export const action = formAction({
  form: draftNeedForm,
  run: draftNeed,
  goTo: ({ id }) => `/desk/needs/${id}/negative-list`,
})

export default function NewNeed() {
  const t = useT()
  const { community, ...rest } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/needs' }}
      eyebrow={community}
      title={t('need.new.title')}
      lead={t('need.new.lead')}
    >
      <Form submit={t('need.save')}>
        <NeedFields {...rest} need={null} />
      </Form>
    </Page>
  )
}
