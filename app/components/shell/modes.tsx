import { useT } from '#app/i18n/use-t.ts'
import { useShell } from './shell.ts'

const steps = { on: 'large', large: 'largest', largest: 'on' } as const

/** How the page reads: larger and simpler (长者模式) in three sizes, in which language. Changing it keeps the page. */
export const Modes = () => {
  const t = useT()
  const { elder, lang, path } = useShell()
  const other = lang === 'en' ? 'zh-CN' : 'en'
  return (
    <form method="post" action="/preferences" className="modes">
      <input type="hidden" name="to" value={path} />
      {elder ? (
        <button type="submit" className="as-link" name="elder" value={steps[elder]}>
          {t(elder === 'largest' ? 'mode.elder.back' : 'mode.elder.more')}
        </button>
      ) : null}
      <button type="submit" className="as-link" name="elder" value={elder ? 'off' : 'on'}>
        {t(elder ? 'mode.elder.off' : 'mode.elder.on')}
      </button>
      <button type="submit" className="as-link" name="lang" value={other} lang={other}>
        {t(`language.${other}`)}
      </button>
    </form>
  )
}
