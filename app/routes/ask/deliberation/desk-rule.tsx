import { useLoaderData } from '@remix-run/react'
import { RuleTable, useRuleName } from '#app/components/ask/hall/rule-table.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reviseRuleForm } from '#domain/ask/deliberation/forms.ts'
import { readOwnRule } from '#domain/ask/deliberation/read-halls.ts'
import { reviseRule } from '#domain/ask/deliberation/revise-rule.ts'

export const handle = titled('hall.rule.revise')
export const loader = pageLoader((ctx, { code = '' }) => readOwnRule(ctx, code))
export const action = formAction({
  form: reviseRuleForm,
  run: (ctx, input, { code = '' }) => reviseRule(ctx, { ...input, code }),
  goTo: () => '/desk/meetings/bodies',
})

export default function ReviseRule() {
  const t = useT()
  const name = useRuleName()
  const { rule } = useLoaderData<typeof loader>()
  const over = (['over', 'least'] as const).map((value) => ({ value, label: t(`hall.rule.over.${value}`) }))
  return (
    <Page
      narrow
      back={{ to: '/desk/meetings/bodies', label: t('hall.bodies') }}
      eyebrow={name(rule)}
      title={t('hall.rule.revise')}
      lead={t('hall.rule.revise.lead')}
    >
      <RuleTable rule={rule} />
      <Form submit={t('hall.rule.submit')}>
        <Field name="notice" kind="number" label={t('hall.rule.notice')} fallback={rule.noticeValue} />
        <Field
          name="noticeUnit"
          kind="select"
          label={t('hall.rule.unit')}
          fallback={rule.noticeUnit}
          options={(['d', 'wd'] as const).map((value) => ({ value, label: t(`hall.rule.unit.${value}`) }))}
        />
        <Field
          name="quorum"
          short
          label={t('hall.rule.quorum')}
          hint={t('hall.rule.share.hint')}
          fallback={`${rule.quorumNum}/${rule.quorumDen}`}
        />
        <Field
          name="quorumOver"
          kind="select"
          label={`${t('hall.figure.quorum')} · ${t('hall.rule.over')}`}
          fallback={rule.quorumOver ? 'over' : 'least'}
          options={over}
        />
        <Field
          name="majority"
          short
          label={t('hall.rule.majority')}
          hint={t('hall.rule.share.hint')}
          fallback={`${rule.majorityNum}/${rule.majorityDen}`}
        />
        <Field
          name="majorityOver"
          kind="select"
          label={`${t('hall.figure.majority')} · ${t('hall.rule.over')}`}
          fallback={rule.majorityOver ? 'over' : 'least'}
          options={over}
        />
        <Field
          name="majorityBase"
          kind="select"
          label={t('hall.rule.base')}
          fallback={rule.majorityBase}
          options={(['present', 'body'] as const).map((value) => ({
            value,
            label: t(`hall.rule.base.${value}`),
          }))}
        />
        <Field name="proxies" kind="number" label={t('hall.rule.proxies')} fallback={rule.proxies} />
        <Field name="source" label={t('hall.rule.source')} />
        <Field name="from" kind="date" label={t('hall.rule.from')} />
      </Form>
    </Page>
  )
}
