import { useT } from '#app/i18n/use-t.ts'
import type { OwnFinal, publicRound } from '#domain/buy/evaluation/consultation/read-final.ts'
import type { Fen } from '#domain/money.ts'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Countdown } from '../countdown.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'

type Round = Awaited<ReturnType<typeof publicRound>>
/** 磋商 as anybody may follow it: which step, and until when final offers are taken; a body that was asked finds its way from here. */
export const FinalRound = ({ round, own }: { round: Round; own: string | null }) => {
  const t = useT()
  if (!round) return null
  return (
    <>
      <p className="mb-1 font-bold">{t(`round.${round.state}`)}</p>
      {round.state === 'over' ? null : <p className="small quiet">{t(`round.${round.state}.text`)}</p>}
      {round.clock ? <Countdown clock={round.clock} /> : null}
      {own ? (
        <p className="mb-0 mt-3">
          <a className="hit" href={`/tenders/${own}/final`}>
            {t('final.title')}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** What the panel told every bidder, in the words each of them reads. */
export const SaidToAll = ({ words, changes }: { words: string; changes: string | null }) => {
  const t = useT()
  return (
    <Facts
      facts={[
        { term: t('consultation.words'), text: <span className="whitespace-pre-line">{words}</span> },
        {
          term: t('consultation.changes'),
          text: <span className="whitespace-pre-line">{changes ?? t('consultation.unchanged')}</span>,
        },
      ]}
    />
  )
}

/** The receipt of a final offer. */
export const FinalReceipt = ({ own: { sent } }: { own: OwnFinal }) => {
  const t = useT()
  const f = useFormat()
  if (!sent) return null
  const place = sent.sealedIn === 'browser' ? 'bid.receipt.place.browser' : 'bid.receipt.place.server'
  return (
    <Facts
      facts={[
        { term: t('bid.receipt.no'), text: <span className="num">{sent.receiptNo}</span> },
        { term: t('bid.receipt.at'), text: f.dateTime(sent.submittedAt!) },
        { term: t('bid.receipt.version'), text: t('bid.receipt.version.text', { n: sent.version }) },
        { term: t('bid.receipt.hash'), text: <span className="hash">{sent.sealHash}</span> },
        { term: t('bid.receipt.salt'), text: <span className="hash">{sent.sealSalt}</span> },
        { term: t('bid.receipt.place'), text: t(place) },
        {
          term: t('bid.receipt.line'),
          text: (
            <>
              <span className="hash">{sent.line}</span>
              <a href="/open/seals">{t('bid.receipt.to-log')}</a>
            </>
          ),
        },
      ]}
    />
  )
}

/** How a bidder stands in the round: sent, opened, over, or put aside. */
export const FinalStanding = ({ own: { sent, opened, why, aside } }: { own: OwnFinal }) => {
  const t = useT()
  const f = useFormat()
  if (aside)
    return <Note kind="late">{t('final.aside', { ground: t(`ground.${aside as 'low_price'}`) })}</Note>
  if (opened && sent?.price != null)
    return (
      <Note kind="done">
        {t('final.opened', { at: f.dateTime(opened), price: f.money(sent.price as Fen) })}
      </Note>
    )
  if (sent) return <Note kind="done">{t('final.sent', { n: sent.version })}</Note>
  return why === 'final-too-late' ? <Note kind="late">{t('final.over')}</Note> : null
}

/** Both prices of one's own, where a final offer has taken the place of the first. */
export const BothPrices = ({ row }: { row: { price?: Fen; firstPrice?: Fen } }) => {
  const t = useT()
  const f = useFormat()
  if (row.firstPrice === undefined || row.price === undefined) return null
  return <p>{t('feedback.first', { first: f.money(row.firstPrice), final: f.money(row.price) })}</p>
}

/** The sheet as it will be sealed. */
export const FirstPrice = ({ own: { first } }: { own: OwnFinal }) => {
  const t = useT()
  return <Facts facts={[{ term: t('final.first'), text: <Money fen={first.price} /> }]} />
}
