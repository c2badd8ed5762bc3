import { useT } from '#app/i18n/use-t.ts'
import { useShell } from './shell/shell.ts'

const paramOf = (message: string, name: string) => new URLSearchParams(message.split('?')[1]).get(name)

/** Where a refusal can be mended or looked into: the calendar whose year is wanting (its public list for who is not signed in), or the sign-in. */
export const Way = ({ message }: { message: string }) => {
  const t = useT()
  const { viewer } = useShell()
  const key = message.split('?')[0]
  if (key === 'refusal.calendar-year-missing')
    return (
      <a className="hit" href={viewer ? '/desk/calendar' : '/rules#calendar'}>
        {t('calendar.title')}
      </a>
    )
  if (key === 'refusal.number-sealed' && !viewer)
    return (
      <a className="hit" href={`/sign-in?to=${paramOf(message, 'after') ?? '/'}`}>
        {t('trouble.sign-in')}
      </a>
    )
  return null
}
