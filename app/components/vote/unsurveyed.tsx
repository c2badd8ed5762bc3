import { useT } from '#app/i18n/use-t.ts'
import { Note } from '../card.tsx'

type Item = { needId: string | null; refNo: string; title: string }
/** 联合评选: the items that keep a round from being fixed, each with the way to what it lacks. */
export const Unsurveyed = ({ items }: { items: readonly Item[] }) => {
  const t = useT()
  if (items.length === 0) return null
  return (
    <Note kind="wait">
      <p>{t('round.unsurveyed', { n: items.length })}</p>
      {items.map(({ needId, refNo, title }) =>
        needId ? (
          <a key={refNo} className="hit" href={`/desk/needs/${needId}`}>
            {`${refNo} ${title}`}
          </a>
        ) : (
          <p key={refNo}>{`${refNo} ${title}`}</p>
        ),
      )}
    </Note>
  )
}
