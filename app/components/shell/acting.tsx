import { useT } from '#app/i18n/use-t.ts'
import { type Shell, type ShellSeat, useShell } from './shell.ts'

type Viewer = NonNullable<Shell['viewer']>

/** In which capacity one acts (您正以…身份): always in sight for whoever is signed in. */
export const Acting = () => {
  const t = useT()
  const { viewer } = useShell()
  if (!viewer) return null
  return (
    <aside className="acting" aria-label={t('acting.label')}>
      <div className="wrap">
        <p>
          {viewer.seat ? (
            <>
              {t('acting.before')}
              <strong>{t(`role.${viewer.seat.role}`)}</strong>
              {t('acting.after')}
              {t('acting.comma')}
              <span className="nb">{viewer.seat.partyName}</span> <span className="nb">{viewer.name}</span>
            </>
          ) : (
            t('acting.hello', { name: viewer.name })
          )}
        </p>
        {viewer.seats.length > 1 ? <SeatSwitch viewer={viewer} /> : null}
        <a className="hit" href="/me">
          {t('acting.me')}
        </a>
        <a className="hit" href="/sessions">
          {t('acting.sessions')}
        </a>
        <form method="post" action="/sign-out">
          <button type="submit" className="as-link">
            {t('acting.sign-out')}
          </button>
        </form>
      </div>
    </aside>
  )
}

const SeatSwitch = ({ viewer }: { viewer: Viewer }) => {
  const t = useT()
  const { path } = useShell()
  return (
    <details>
      <summary>{t('acting.switch')}</summary>
      <form method="post" action="/seat">
        <input type="hidden" name="to" value={path} />
        <fieldset className="seats">
          <legend className="py-2 font-bold">{t('acting.legend', { n: viewer.seats.length })}</legend>
          {viewer.seats.map((seat) => (
            <SeatChoice key={seat.id} seat={seat} mine={seat.id === viewer.seat?.id} />
          ))}
          <button type="submit" className="btn second">
            {t('acting.go')}
          </button>
        </fieldset>
      </form>
    </details>
  )
}

const SeatChoice = ({ seat, mine }: { seat: ShellSeat; mine: boolean }) => {
  const t = useT()
  return (
    <label className="choice">
      <input type="radio" name="seat" value={seat.id} defaultChecked={mine} />
      <span>
        <strong>{t(`role.${seat.role}`)}</strong> · {seat.partyName}
        {seat.from && seat.ground ? (
          <small>{t('acting.since', { from: seat.from, ground: seat.ground })}</small>
        ) : null}
      </span>
    </label>
  )
}
