import type { Translate } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { Note } from '../card.tsx'
import { Links } from '../entry.tsx'

type End = { endGround: string | null; least: number }
/** The two reasons that the house itself gives are told in the reader's language; what a person wrote stands as he wrote it. */
export const endWords = (t: Translate, reason: string, { endGround, least }: End) =>
  endGround === 'too-few' || endGround === 'too-few-valid' || endGround === 'too-few-finals'
    ? t(`tender.fail.${endGround}`, { least })
    : reason

/** Why a tender came to its end, on which ground, and what took its place. */
export const Ended = ({
  tender,
  next,
  previous,
  drawn,
}: Pick<TenderPage, 'tender' | 'next' | 'previous' | 'drawn'>) => {
  const t = useT()
  if (tender.endReason && (tender.state === 'cancelled' || tender.state === 'failed'))
    return (
      <Note kind="wait">
        {t(`tender.ended.${tender.state}`, { reason: endWords(t, tender.endReason, tender) })}
        {tender.endGround ? (
          <span className="small block">
            {t('end.source')} {tender.endSource}
          </span>
        ) : null}
        {drawn ? (
          <a className="block" href={`/tenders/${tender.id}/draw`}>
            {t('draw.title')}
          </a>
        ) : null}
        {next ? (
          <>
            {t('retender.next')} <a href={`/tenders/${next.id}`}>{next.title}</a>
          </>
        ) : null}
      </Note>
    )
  const again = previous ? (
    <Note>
      {t('retender.title')} <a href="#again">{t('retender.see')}</a>
    </Note>
  ) : null
  if (!tender.suspended) return again
  return <Note kind="wait">{t('tender.suspended')}</Note>
}

/** The parts of the page, one tap away. */
export const Contents = ({ page }: { page: TenderPage }) => {
  const t = useT()
  const parts = ['what', 'money', 'how', 'files', 'changed', 'qa', 'submit', 'sealed', 'who'] as const
  const links = parts.map((part) => ({ to: `#${part}`, label: t(`tender.toc.${part}`) }))
  const more = page.handles ? [{ to: `/desk/tenders/${page.tender.id}`, label: t('tender.to-desk') }] : []
  const paper = { to: `/tenders/${page.tender.id}/document`, label: t('tender.toc.document') }
  const over = page.tender.openedAt
    ? [{ to: `/tenders/${page.tender.id}/result`, label: t('tender.to-result') }]
    : []
  return (
    <nav aria-label={t('tender.toc')} className="mt-4 print:hidden">
      <Links links={[...over, ...more, ...links, paper]} />
    </nav>
  )
}
