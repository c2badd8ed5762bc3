import { useLoaderData } from '@remix-run/react'
import { Official } from '#app/components/open/official.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { PaperBallot } from '#app/components/vote/paper-ballot.tsx'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { sheetNo } from '#domain/ask/vote/sheets/find-batch.ts'
import { readBatch } from '#domain/ask/vote/sheets/read-batches.ts'

export const handle = titled('paper.sheet.title')
export const loader = pageLoader(async (ctx, { roundId = '', batchId = '' }, url) => {
  const { round, slate, batch } = await readBatch(ctx, batchId, roundId)
  const numbers = Array.from({ length: batch.size }, (_, i) => sheetNo(batch, i + 1))
  return { round, slate, batch, numbers, paper: await paperAt(ctx, 'ballot', batchId, url) }
})
export const action = issueAction(
  'ballot',
  'batchId',
  ({ roundId, batchId }) => `/desk/rounds/${roundId}/paper/${batchId}/print`,
)

/** The sheets of one batch, a page each, numbered as they were given out. */
export default function PaperPrint() {
  const t = useT()
  const { round, slate, batch, numbers, paper } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}/paper/${batch.id}` }}
      title={t('paper.batch', { n: batch.ordinal, building: batch.building })}
    >
      <Official paper={paper} sheets>
        {numbers.map((no) => (
          <PaperBallot key={no} round={round} slate={slate} no={no} />
        ))}
      </Official>
    </Page>
  )
}
