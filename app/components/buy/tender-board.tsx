import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { FinalRound } from '../bid/final-parts.tsx'
import { Card } from '../card.tsx'
import { ClockGround, Countdown } from '../countdown.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { ProposeLink } from './propose-link.tsx'
import { useTimeLeft } from './use-time-left.ts'

const Clock = ({ page }: { page: TenderPage }) => {
  const { tender, now, asking, mayAsk } = page
  const t = useT()
  const f = useFormat()
  const left = useTimeLeft()
  const day = (at: Date) => `${f.shortDate(at)} ${f.time(at)}`
  return (
    <>
      <p className="small quiet mb-0">{t('tender.board.left')}</p>
      <p className="font-song text-4xl font-bold leading-tight mb-1">{left(tender.deadline, now)}</p>
      <p>
        {t('tender.board.until', { at: day(tender.deadline) })}
        <br />
        <span className="small quiet">{t('tender.board.clock', { now: f.dateTime(now) })}</span>
      </p>
      <ClockGround clock={page.clocks.propose} />
      <ProposeLink page={page} />
      <p className="small mb-0 mt-3">
        {t('tender.board.questions', { at: day(tender.questionsClose) })}{' '}
        {asking ? null : t('question.closed')}
        {mayAsk ? (
          <a className="hit" href={`/tenders/${tender.id}/ask`}>
            {t('question.ask')}
          </a>
        ) : null}
      </p>
    </>
  )
}

/** 质疑期: what may be objected to now, and for how long. */
const Objections = ({ page: { clocks, tender } }: { page: TenderPage }) => {
  const t = useT()
  if (clocks.object.length === 0) return null
  return (
    <div className="border-t border-hair py-3">
      <dt className="small quiet">{t('tender.challenge')}</dt>
      {clocks.object.map(({ matter, clock }) => (
        <dd key={matter} className="mb-2">
          {t(`challenge.matter.${matter}`)}
          <Countdown clock={clock} />
        </dd>
      ))}
      <dd>
        <a className="hit" href={`/tenders/${tender.id}/challenge`}>
          {t('challenge.title')}
        </a>
      </dd>
    </div>
  )
}

/** The board beside a tender: what is left, what is the most it may cost, what comes when. */
export const TenderBoard = ({ page }: { page: TenderPage }) => {
  const t = useT()
  const f = useFormat()
  const { tender, collecting, confirm, answer, clocks } = page
  return (
    <Card board>
      {collecting ? (
        <Clock page={page} />
      ) : (
        <p className="font-song text-2xl font-bold">{t(`tender.over.${tender.state}`)}</p>
      )}
      <FinalRound round={page.round} own={page.ownRound ? tender.id : null} />
      {page.feedback ? (
        <p className="small mb-0 mt-3 print:hidden">
          <a className="hit" href={`/tenders/${tender.id}/feedback/${page.feedback}`}>
            {t('feedback.own')}
          </a>
        </p>
      ) : null}
      <p className="small mb-0 mt-3 print:hidden">
        <a className="hit" href={`/tenders/${tender.id}/follow`}>
          {t('follow.title')}
        </a>
      </p>
      <dl className="mt-4">
        {[
          { term: t('tender.ceiling'), text: <Money fen={tender.ceiling} />, big: true },
          { term: t('tender.board.deadline'), text: `${f.date(tender.deadline)} ${f.time(tender.deadline)}` },
          {
            term: t('tender.board.answers'),
            text: (
              <>
                {t('tender.board.answers.text', { n: answer.days })}
                <ClockGround clock={{ mark: answer.mark, article: answer.source }} />
              </>
            ),
          },
          {
            term: t('tender.board.opening'),
            text: t(page.seal.finalOffers ? 'tender.board.opening.finals' : 'tender.board.opening.text'),
          },
          {
            term: t('tender.board.confirm'),
            text: clocks.confirm ? (
              <Countdown clock={clocks.confirm} />
            ) : (
              t('tender.board.confirm.text', { n: confirm.days, source: confirm.source })
            ),
          },
          ...(tender.drawCommit
            ? [
                {
                  term: t('tender.board.draw'),
                  text: (
                    <>
                      {t('tender.board.draw.text')} <span className="hash">{tender.drawCommit}</span>
                    </>
                  ),
                },
              ]
            : []),
        ].map(({ term, text, big }) => (
          <div key={term} className="border-t border-hair py-3">
            <dt className="small quiet">{term}</dt>
            <dd className={big ? 'font-song text-xl font-bold' : undefined}>{text}</dd>
          </div>
        ))}
        <Objections page={page} />
      </dl>
    </Card>
  )
}
