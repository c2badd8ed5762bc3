import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { LetterSheet } from '#app/components/vote/letter-sheet.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readLetters } from '#domain/ask/vote/sheets/read-letters.ts'

export const handle = titled('letters.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, url) => ({
  ...(await readLetters(ctx, roundId)),
  address: `${url.origin}/votes/${roundId}/counted`,
}))

/** 回执信: printed after the close and put into letter boxes; no choice is on them. */
export default function Letters() {
  const t = useT()
  const { round, letters, address } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}/paper`, label: t('paper.title') }}
      title={t('letters.title')}
      lead={t('letters.lead', { n: letters.length })}
    >
      {letters.length === 0 ? (
        <Empty>{t('letters.none')}</Empty>
      ) : (
        <LetterSheet round={round} letters={letters} address={address} />
      )}
    </Page>
  )
}
