import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Details } from '#app/components/card.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { paperOf } from '#app/http/ballot-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { receiptLine } from '#domain/ask/vote/proof.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { receiptOf } from '#domain/ask/vote/receipt.ts'
import { spacedReceipt } from '#domain/ask/vote/slip-code.ts'

export const handle = titled('vote.receipt.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, _url, request) => {
  const paper = await paperOf(ctx, request, roundId)
  const receipt = paper?.castAt ? await receiptOf(ctx.db, paper.entryId) : null
  if (!receipt || !paper?.castAt) throw redirect(`/votes/${roundId}/counted`)
  const { round } = await readRound(ctx, roundId)
  return {
    round,
    receipt: { ...receipt, receiptNo: spacedReceipt(receipt.receiptNo) },
    line: receipt.sealHash && round.level === 'L1' ? receiptLine(ctx, round.refNo, receipt.sealHash) : null,
    castAt: new Date(paper.castAt),
  }
})

export default function Receipt() {
  const t = useT()
  const f = useFormat()
  const { round, receipt, line, castAt } = useLoaderData<typeof loader>()
  const last = new Date(round.closesAt.getTime() - 1)
  const who = t(round.unit === 'household' ? 'ballot.for-household' : 'ballot.for-self')
  return (
    <Confirmation
      title={t('vote.receipt.title')}
      said={t('vote.receipt.sealed')}
      number={{ label: t('vote.receipt.no'), text: receipt.receiptNo }}
      facts={[
        { term: t('vote.receipt.time'), text: f.dateTime(castAt) },
        { term: t('vote.receipt.round'), text: `${round.name}，${round.place.name}` },
        { term: t('vote.receipt.voter'), text: `${receipt.label}${who}` },
      ]}
      acts={
        <>
          <ButtonLink to={`/votes/${round.id}/counted`}>{t('round.check-mine')}</ButtonLink>
          <ButtonLink look="second" to={`/votes/${round.id}/cast/choose`}>
            {t('vote.receipt.again')}
          </ButtonLink>
        </>
      }
      next={[
        { term: t('vote.receipt.until', { date: f.short(last) }), text: t('vote.receipt.until.say') },
        { term: t('vote.receipt.count'), text: t('vote.receipt.count.say') },
        { term: t('vote.receipt.result'), text: t('vote.receipt.result.say') },
        { term: t('vote.receipt.then'), text: t('vote.receipt.then.say') },
      ]}
      contact={<p>{t('vote.receipt.contact')}</p>}
    >
      <p>{t('vote.receipt.secret')}</p>
      {line && receipt.sealHash ? (
        <Details summary={t('vote.receipt.hash')}>
          <p className="hash">{receipt.sealHash.match(/.{8}/g)?.join(' ')}</p>
          <p className="small quiet">{t('vote.receipt.proof.say')}</p>
          <div className="max-w-40">
            <Qr text={line} label={t('vote.receipt.qr')} />
          </div>
          <p className="small quiet mb-0">{t('vote.receipt.proof')}</p>
          <p className="hash">{line}</p>
          <p className="links">
            <a href={`/votes/${round.id}/receipt`}>{t('vote.receipt.to-proof')}</a>
          </p>
        </Details>
      ) : null}
    </Confirmation>
  )
}
