import { useActionData, useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { SlipSheet } from '#app/components/vote/slip-sheet.tsx'
import { answerAction } from '#app/http/answer-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reissueForm } from '#domain/ask/vote/channel-forms.ts'
import { readReissue, reissueSlip } from '#domain/ask/vote/reissue-slip.ts'
import { spacedCode } from '#domain/ask/vote/slip-code.ts'

export const handle = titled('reissue.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, url) => ({
  ...(await readReissue(ctx, roundId)),
  address: `${url.origin}/votes/${roundId}/cast`,
}))
export const action = answerAction({
  form: reissueForm,
  run: async (ctx, input, { roundId = '' }) => {
    const { slip } = await reissueSlip(ctx, { ...input, roundId })
    return { ...slip, code: slip.code && spacedCode(slip.code) }
  },
})

type Change = Awaited<ReturnType<typeof readReissue>>['changes'][number]
const Changed = ({ roundId, changes }: { roundId: string; changes: readonly Change[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('reissue.list')}>
      <Table
        caption={t('reissue.list')}
        captionHidden
        columns={(['door', 'act', 'ground', 'day'] as const).map((key) => ({ head: t(`reissue.${key}`) }))}
        rows={changes.map((one) => ({
          key: one.id,
          cells: [
            `${one.representative ?? one.label} · ${one.householdKey}`,
            t(one.given ? 'reissue.act.reissue' : 'reissue.act.void'),
            one.ground,
            f.short(one.changedAt),
          ],
        }))}
      />
      <ExcelLink to={`/desk/rounds/${roundId}/reissued.xlsx`} />
    </Section>
  )
}

export default function Reissue() {
  const t = useT()
  const { round, address, changes } = useLoaderData<typeof loader>()
  const slip = useActionData<typeof action>()?.answer
  const back = { to: `/desk/rounds/${round.id}`, label: round.name }
  if (slip)
    return (
      <Page narrow back={back} title={t('reissue.title')}>
        <Note kind="done">{t(slip.code ? 'reissue.done.reissue' : 'reissue.done.void')}</Note>
        {slip.code ? (
          <SlipSheet round={round} slips={[{ ...slip, code: slip.code }]} address={address} />
        ) : null}
      </Page>
    )
  return (
    <Page narrow back={back} title={t('reissue.title')} lead={t('reissue.lead')}>
      <Form submit={t('reissue.do')}>
        <Field name="householdKey" label={t('reissue.door')} hint={t('reissue.door.hint')} />
        <Field name="label" label={t('reissue.label')} hint={t('reissue.label.hint')} optional />
        <Choices
          name="act"
          legend={t('reissue.act')}
          options={(['reissue', 'void'] as const).map((value) => ({
            value,
            label: t(`reissue.act.${value}`),
          }))}
        />
        <Field name="ground" kind="long" label={t('reissue.ground')} hint={t('reissue.ground.hint')} />
      </Form>
      {changes.length > 0 ? <Changed roundId={round.id} changes={changes} /> : null}
    </Page>
  )
}
