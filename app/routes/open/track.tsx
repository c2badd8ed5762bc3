import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { guardGuessing, withProof } from '#app/http/own-ask.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { track, trackForm } from '#domain/open/track.ts'

export const handle = titled('track.title')
export const action = formAction({
  everyTime: true,
  form: trackForm,
  run: (ctx, input) => guardGuessing(input.refNo, () => track(ctx, input)),
  goTo: ({ to }) => to,
  headers: withProof,
})

export default function Track() {
  const t = useT()
  return (
    <Page narrow title={t('track.title')} lead={t('track.lead')}>
      <Form submit={t('track.submit')}>
        <Field name="refNo" kind="text" label={t('track.ref')} hint={t('track.ref.hint')} />
        <Field
          name="tail"
          kind="text"
          label={t('track.tail')}
          hint={t('track.tail.hint')}
          note={t('track.code.hint')}
          optional
          short
        />
      </Form>
    </Page>
  )
}
