import { useT } from '#app/i18n/use-t.ts'

type PaginationProps = { page: number; pages: number; to: (page: number) => string }

/** To the pages before and after. */
export const Pagination = ({ page, pages, to }: PaginationProps) => {
  const t = useT()
  if (pages < 2) return null
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      {page > 1 ? (
        <a className="hit" href={to(page - 1)} rel="prev">
          {t('pages.newer')}
        </a>
      ) : null}
      <span className="quiet">{t('pages.at', { page, pages })}</span>
      {page < pages ? (
        <a className="hit" href={to(page + 1)} rel="next">
          {t('pages.older')}
        </a>
      ) : null}
    </nav>
  )
}
