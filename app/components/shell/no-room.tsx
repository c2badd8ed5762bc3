import { useT } from '#app/i18n/use-t.ts'
import { useShell } from './shell.ts'

/** While nothing can be saved: said before anyone fills a form in. */
export const NoRoom = () => {
  const t = useT()
  const { full } = useShell()
  if (!full) return null
  return (
    <aside className="wrap" role="status">
      <p className="note late">{t('no-room')}</p>
    </aside>
  )
}
