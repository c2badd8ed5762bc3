import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

/** Whose ballot lies on the table, and the way out for anybody else. */
export const ActingVoter = ({ round, label }: { round: ShownRound; label: string }) => {
  const t = useT()
  return (
    <aside className="flex flex-wrap items-center justify-between bg-teal-tint mb-4 px-4 py-1 text-sm">
      <p className="my-1">
        <strong>{label}</strong>
        {t(round.unit === 'household' ? 'ballot.for-household' : 'ballot.for-self')}
      </p>
      <form method="post" action={`/votes/${round.id}/cast/leave`}>
        <button type="submit" className="as-link">
          {t('ballot.leave')}
        </button>
      </form>
    </aside>
  )
}
