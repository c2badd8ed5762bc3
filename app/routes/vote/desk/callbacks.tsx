import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { drawCallbacks, readCallbacks, recordCallback } from '#domain/ask/vote/callbacks/draw-callbacks.ts'
import { callbackForm } from '#domain/ask/vote/channel-forms.ts'
import { pressForm } from '#domain/ask/vote/forms.ts'

export const handle = titled('callback.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readCallbacks(ctx, roundId))
const goTo = ({ id }: { id: string }) => `/desk/rounds/${id}/callbacks`
export const action = formActions({
  draw: oneForm({
    form: pressForm,
    run: (ctx, _input, { roundId = '' }) => drawCallbacks(ctx, { roundId }),
    goTo,
  }),
  record: oneForm({
    form: callbackForm,
    run: (ctx, input, { roundId = '' }) => recordCallback(ctx, { ...input, roundId }),
    goTo,
  }),
})
type Drawn = Awaited<ReturnType<typeof readCallbacks>>['list'][number]
const whose = (one: Drawn) => `${one.representative ?? one.label} · ${one.householdKey}`
const outcomes = ['confirmed', 'not_mine', 'unreachable'] as const

const Record = ({ list }: { list: readonly Drawn[] }) => {
  const t = useT()
  return (
    <Section title={t('callback.record')}>
      <Form name="record" submit={t('callback.do')}>
        <Choices
          name="callbackId"
          legend={t('callback.which')}
          fallback={list[0]!.id}
          options={list.map((one) => ({ value: one.id, label: whose(one), note: one.helper ?? undefined }))}
        />
        <Choices
          name="outcome"
          legend={t('callback.said')}
          options={outcomes.map((value) => ({ value, label: t(`callback.outcome.${value}`) }))}
        />
        <Field name="note" kind="long" label={t('callback.note')} hint={t('callback.note.hint')} optional />
      </Form>
    </Section>
  )
}

export default function Callbacks() {
  const t = useT()
  const { round, list, helped } = useLoaderData<typeof loader>()
  const open = list.filter((one) => !one.outcome)
  const draws = round.phase === 'open' || round.phase === 'closed'
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}`, label: round.name }}
      title={t('callback.title')}
      lead={t('callback.lead', { n: helped })}
    >
      {list.length === 0 ? (
        <Empty>{t('callback.none')}</Empty>
      ) : (
        <Table
          caption={t('callback.title')}
          captionHidden
          columns={[
            { head: t('callback.who') },
            { head: t('callback.channel') },
            { head: t('callback.helper') },
            { head: t('callback.said') },
          ]}
          rows={list.map((one) => ({
            key: one.id,
            cells: [
              whose(one),
              one.channel ? t(`vote.channel.${one.channel}`) : '',
              one.helper ?? '',
              one.outcome ? t(`callback.outcome.${one.outcome}`) : t('callback.waiting'),
            ],
          }))}
        />
      )}
      {draws ? (
        <Form name="draw" look={open.length ? 'second' : 'first'} submit={t('callback.draw')} />
      ) : null}
      {open.length > 0 ? <Record list={open} /> : null}
      <ExcelLink to={`/desk/rounds/${round.id}/callbacks.xlsx`} />
    </Page>
  )
}
