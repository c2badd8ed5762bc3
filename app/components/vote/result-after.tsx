import { useFormat } from '#app/components/format.ts'
import { Road } from '#app/components/road.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { Afterwards } from '#domain/open/after-round.ts'

const placeOf = ({ state }: SlateItem) => {
  if (state === 'delivered') return { at: 'deliver', here: 90 } as const
  return state === 'in_purchase' ? ({ at: 'buy', here: 40 } as const) : ({ at: 'ask', here: 90 } as const)
}
type Props = { item: SlateItem; won: boolean; then: Afterwards | undefined }

const Onwards = ({ item, won, then }: Props) => {
  const t = useT()
  const f = useFormat()
  if (!item.needId) return <>{t('own.after')}</>
  if (then?.projectId) return <a href={`/projects/${then.projectId}`}>{t('after.project')}</a>
  if (won) return <>{t('after.waits')}</>
  if (then?.nextRound)
    return (
      <>
        <a href={`/votes/${then.nextRound.id}`}>{t('after.next', { name: then.nextRound.name })}</a>{' '}
        {t('after.next.until', { date: f.short(new Date(then.nextRound.until.getTime() - 1)) })}
      </>
    )
  return <a href={`/needs/${item.needId}`}>{t('after.reply')}</a>
}

/** What became of it: a winner's road and project, a loser's next round or its reasoned reply. */
export const After = (props: Props) => (
  <span className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 font-sans font-normal">
    {props.won && props.item.needId ? (
      <span className="block w-full max-w-[12.5rem] elder:hidden">
        <Road size="mini" {...placeOf(props.item)} />
      </span>
    ) : null}
    <span className="small quiet">
      <Onwards {...props} />
    </span>
  </span>
)
