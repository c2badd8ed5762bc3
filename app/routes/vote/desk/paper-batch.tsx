import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { EnterForm, ReturnForm, StartOverForm } from '#app/components/vote/sheet-forms.tsx'
import { SettledSheets, WaitingSheets } from '#app/components/vote/sheet-lists.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { returnForm, sheetForm, startOverForm } from '#domain/ask/vote/channel-forms.ts'
import { sheetNo } from '#domain/ask/vote/sheets/find-batch.ts'
import { returnBatch } from '#domain/ask/vote/sheets/issue-batch.ts'
import { readBatch } from '#domain/ask/vote/sheets/read-batches.ts'
import { readSheet } from '#domain/ask/vote/sheets/read-sheet.ts'
import { startOver } from '#domain/ask/vote/sheets/start-over.ts'

const states = ['first', 'differs', 'settled'] as const
const doneIn = (url: URL) => {
  const state = states.find((one) => one === url.searchParams.get('done'))
  const line = Number(url.searchParams.get('line'))
  return state && Number.isInteger(line) && line > 0 ? { state, line } : null
}
export const handle = titled('paper.title')
export const loader = pageLoader(async (ctx, { roundId = '', batchId = '' }, url) => {
  const page = await readBatch(ctx, batchId, roundId)
  const no = (line: number) => sheetNo(page.batch, line)
  return { ...page, done: doneIn(url), first: no(1), no: no(1).slice(0, -3) }
})

type Back = { id: string; roundId: string }
const goTo = ({ id, roundId }: Back) => `/desk/rounds/${roundId}/paper/${id}`
const on = formsOf(({ batchId = '' }) => ({ batchId }), goTo)
export const action = formActions({
  return: on(returnForm, returnBatch),
  enter: on(sheetForm, readSheet, { goTo: (done) => `${goTo(done)}?done=${done.state}&line=${done.line}` }),
  over: on(startOverForm, startOver),
})
export default function PaperBatch() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { round, slate, batch, done } = page
  const no = (line: number) => `${page.no}${String(line).padStart(3, '0')}`
  const missing = batch.size - (batch.used ?? batch.size) - (batch.unused ?? 0)
  const live = round.phase === 'open' || round.phase === 'closed'
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}/paper`, label: t('paper.title') }}
      eyebrow={round.name}
      title={t('paper.batch', { n: batch.ordinal, building: batch.building })}
      lead={`${t('paper.carrier')} ${batch.carrier} · ${t('paper.size')} ${batch.size}`}
    >
      {done ? (
        <Note kind={done.state === 'settled' ? 'done' : 'wait'}>
          {t(`paper.done.${done.state}`, { no: no(done.line) })}
        </Note>
      ) : null}
      {missing > 0 ? (
        <Note kind="late">{t('paper.missing', { n: missing, ground: batch.missingGround ?? '' })}</Note>
      ) : null}
      {batch.returnedAt ? null : (
        <ButtonLink look="second" to={`/desk/rounds/${round.id}/paper/${batch.id}/print`}>
          {t('paper.print')}
        </ButtonLink>
      )}
      {!batch.returnedAt && page.returns && round.phase === 'open' ? <ReturnForm size={batch.size} /> : null}
      {batch.returnedAt && page.reads && live ? (
        <EnterForm round={round} slate={slate} first={page.first} />
      ) : null}
      <WaitingSheets open={page.open} no={no} />
      {page.restarts && page.open.length > 0 ? <StartOverForm /> : null}
      {batch.returnedAt ? <SettledSheets sheets={page.sheets} no={no} /> : null}
    </Page>
  )
}
