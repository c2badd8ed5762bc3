import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Choices, Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { PbCounted } from '#app/components/vote/pb-counted.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { importAction } from '#app/http/pb-import.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'

export const handle = titled('pb.title')
export const loader = pageLoader((ctx) => readDraftPage(ctx, null))
export const action = importAction

/** A round drafted from a Pabulib file, or only the count of one. */
export default function ImportRound() {
  const t = useT()
  const { pools } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      narrow
      back={{ to: '/desk/rounds', label: t('rounds.title') }}
      title={t('pb.title')}
      lead={t('pb.lead')}
    >
      {answer && 'counted' in answer ? <PbCounted counted={answer.counted} /> : null}
      <Form
        files
        submit={t('pb.draft')}
        aside={
          <Button look="second" name="only" value="count">
            {t('pb.count')}
          </Button>
        }
      >
        <Field name="file" kind="file" accept=".pb" label={t('pb.file')} hint={t('pb.file.hint')} />
        <Choices
          name="items"
          legend={t('own.which')}
          fallback="needs"
          options={(['needs', 'own'] as const).map((value) => ({
            value,
            label: t(`own.which.${value}`),
            note: t(`own.which.${value}.say`),
          }))}
        />
        <Tick name="demonstrate">{t('own.demonstrate')}</Tick>
        <Field
          name="poolId"
          kind="select"
          optional
          label={t('round.form.pool')}
          hint={t('own.pool')}
          options={pools.map((p) => ({ value: p.id, label: `${p.name} ${p.year}` }))}
        />
        <Field
          name="electorate"
          label={t('round.form.electorate')}
          fallback={t('round.form.electorate.usual')}
        />
        <Choices
          name="unit"
          legend={t('round.form.unit')}
          options={(['household', 'person'] as const).map((value) => ({
            value,
            label: t(`round.form.unit.${value}`),
          }))}
          fallback="household"
        />
        <Field name="quorumPercent" kind="number" short label={t('round.form.quorum')} fallback="10" />
        <Field name="opensOn" kind="date" label={t('round.form.opens')} hint={t('round.form.opens.hint')} />
        <Field
          name="closesOn"
          kind="date"
          label={t('round.form.closes')}
          hint={t('round.form.closes.hint')}
        />
      </Form>
    </Page>
  )
}
