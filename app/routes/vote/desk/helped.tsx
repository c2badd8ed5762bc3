import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { titled } from '#app/components/shell/title.ts'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readHelped } from '#domain/ask/vote/read-help.ts'

export const handle = titled('helped.title')
export const loader = pageLoader(async (ctx, { roundId = '', entryId = '' }, url) => ({
  ...(await readHelped(ctx, roundId, entryId)),
  paper: await paperAt(ctx, 'receipt', entryId, url),
}))
export const action = issueAction(
  'receipt',
  'entryId',
  ({ roundId, entryId }) => `/desk/rounds/${roundId}/assist/${entryId}`,
)

/** The receipt a helper prints and hands to the voter: no choice is on it. */
export default function Helped() {
  const t = useT()
  const f = useFormat()
  const { round, receipt, helper, paper } = useLoaderData<typeof loader>()
  return (
    <Official paper={paper}>
      <Confirmation
        title={t(receipt.spoiled ? 'helped.spoiled' : 'helped.title')}
        said={t(receipt.spoiled ? `spoiled.${receipt.spoiled}.say` : 'vote.receipt.sealed')}
        number={{ label: t('vote.receipt.no'), text: receipt.receiptNo }}
        facts={[
          { term: t('vote.receipt.round'), text: `${round.name}，${round.place.name}` },
          { term: t('vote.receipt.voter'), text: receipt.label },
          { term: t('turnout.channel'), text: t(`vote.channel.${receipt.channel}`) },
          { term: t('helped.by'), text: helper },
        ]}
        acts={<ButtonLink to={`/desk/rounds/${round.id}/assist`}>{t('helped.next')}</ButtonLink>}
        next={[
          {
            term: t('vote.receipt.until', { date: f.short(new Date(round.closesAt.getTime() - 1)) }),
            text: t('helped.change'),
          },
          { term: t('vote.receipt.count'), text: t('vote.receipt.count.say') },
        ]}
      >
        <p>{t('vote.receipt.secret')}</p>
        <p className="small quiet">{t('helped.hand')}</p>
      </Confirmation>
    </Official>
  )
}
