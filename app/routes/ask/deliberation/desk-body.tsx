import { useLoaderData } from '@remix-run/react'
import { useRuleName, womenSays } from '#app/components/ask/hall/rule-table.tsx'
import { Note } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { membersForm, sizeForm } from '#domain/ask/deliberation/forms.ts'
import { setMembers, setSize } from '#domain/ask/deliberation/keep-body.ts'
import { readBody } from '#domain/ask/deliberation/read-halls.ts'

export const handle = titled<{ body: { name: string } }>((_t, data) => data.body.name)
export const loader = pageLoader((ctx, { id = '' }) => readBody(ctx, id))
const goTo = () => '/desk/meetings/bodies'
export const action = formActions({
  members: oneForm({
    form: membersForm,
    run: (ctx, input, { id = '' }) => setMembers(ctx, { ...input, bodyId: id }),
    goTo,
  }),
  size: oneForm({
    form: sizeForm,
    run: (ctx, input, { id = '' }) => setSize(ctx, { ...input, bodyId: id }),
    goTo,
  }),
})

export default function Body() {
  const t = useT()
  const name = useRuleName()
  const { body, rule, roll, members, womenLeast } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/meetings/bodies', label: t('hall.bodies') }}
      eyebrow={name(rule)}
      title={body.name}
      lead={rule.composition}
    >
      {womenLeast ? <Note kind={womenLeast.met ? 'plain' : 'wait'}>{womenSays(t, womenLeast)}</Note> : null}
      {rule.counted ? (
        <Form name="size" submit={t('hall.size.submit')}>
          <Field name="size" kind="number" label={t('hall.size.label')} fallback={body.size} />
          <Field name="sizeSource" label={t('hall.size.source')} fallback={body.sizeSource} />
        </Form>
      ) : (
        <Form name="members" submit={t('hall.members.submit')}>
          <Field
            name="members"
            kind="long"
            rows={16}
            label={t('hall.members.label')}
            hint={t('hall.members.hint')}
            fallback={roll}
          />
        </Form>
      )}
      {members.length > 0 ? <ExcelLink to={`/desk/meetings/bodies/${body.id}/members.xlsx`} /> : null}
    </Page>
  )
}
