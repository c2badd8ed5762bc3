import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { ObjectionCourse, ObjectionTag } from '#app/components/rate/objections.tsx'
import { OversightActs } from '#app/components/rate/oversight-acts.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import * as forms from '#domain/rate/oversight/forms.ts'
import { oneOversight } from '#domain/rate/oversight/oversight-page.ts'
import * as take from '#domain/rate/oversight/take-oversight.ts'

export const handle = titled('oversight.title')
export const loader = pageLoader((ctx, { id }) => oneOversight(ctx, id!))

const on = formsOf(
  ({ id = '' }) => ({ id }),
  ({ id }: { id: string }) => `/desk/oversight/${id}`,
)
export const action = formActions({
  answer: on(forms.answerForm, take.answerOversight),
  settle: on(forms.settleForm, take.settleOversight),
  escalate: on(forms.escalateForm, take.escalateOversight),
  rule: on(forms.ruleForm, take.ruleOversight),
})

export default function OneOversight() {
  const t = useT()
  const f = useFormat()
  const { objection: o, may } = useLoaderData<typeof loader>()
  const day = (at: string | Date) => f.day(new Date(new Date(at).getTime() - 1))
  return (
    <Page
      narrow
      back={{ to: '/desk/oversight', label: t('oversight.title') }}
      eyebrow={`${t(`oversight.matter.${o.matter}`)} ${o.refNo}`}
      title={o.matterTitle}
    >
      <p>
        <ObjectionTag state={o.state} />{' '}
        {o.state === 'raised' ? `${t('oversight.due.answer')} ${day(o.answerDueAt)}` : null}
        {o.state === 'escalated' && o.rulingDueAt ? `${t('oversight.due.rule')} ${day(o.rulingDueAt)}` : null}
      </p>
      <ObjectionCourse o={o} />
      <OversightActs may={may} />
    </Page>
  )
}
