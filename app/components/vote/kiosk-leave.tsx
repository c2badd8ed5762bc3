import { useT } from '#app/i18n/use-t.ts'
import { Modes } from '../shell/modes.tsx'

/** The way out at a machine: clears everything, for whoever comes next. */
export const KioskLeave = ({ label }: { label: string }) => {
  const t = useT()
  return (
    <aside className="flex flex-wrap items-center justify-between bg-teal-tint mb-4 px-4 py-1 text-sm">
      <p className="my-1">
        <strong>{label}</strong>
      </p>
      <Modes />
      <form method="post" action="/kiosk/next">
        <button type="submit" className="as-link">
          {t('kiosk.leave')}
        </button>
      </form>
    </aside>
  )
}
