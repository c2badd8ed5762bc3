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

const Next = ({ round }: { round: Afterwards['nextRound'] }) => {
  const t = useT()
  const f = useFormat()
  if (!round) return null
  return (
    <>
      {' '}
      <a href={`/votes/${round.id}`}>{t('after.next', { name: round.name })}</a>{' '}
      {t('after.next.until', { date: f.short(new Date(round.until.getTime() - 1)) })}
    </>
  )
}
const Onwards = ({ item, won, then }: Props) => {
  const t = useT()
  if (!item.needId) return <>{t('own.after')}</>
  const project = then?.projectId ? <a href={`/projects/${then.projectId}`}>{t('after.project')}</a> : null
  if (won) return project ?? <>{t('after.waits')}</>
  return (
    <>
      <a href={`/needs/${item.needId}`}>{t('after.reply')}</a>{' '}
      {project ?? <Next round={then?.nextRound ?? null} />}
    </>
  )
}

/** What became of it: a winner's road and project, a loser's reasoned reply and its next round or project. */
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
