import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Modes } from './modes.tsx'
import { useShell } from './shell.ts'

const pages: readonly { to: string; word: Key }[] = [
  { to: '/needs', word: 'nav.needs' },
  { to: '/projects', word: 'nav.projects' },
  { to: '/notices', word: 'nav.notices' },
  { to: '/open-finance', word: 'nav.accounts' },
]
const desk = { to: '/desk', word: 'nav.desk' } as const
const signIn = { to: '/sign-in', word: 'nav.sign-in' } as const

const within = (path: string, to: string) =>
  path === to || path.startsWith(`${to}/`) || path.startsWith(`${to}?`)

/** The notice board's top rail: whose it is, where one can go, how it reads. */
export const Masthead = () => {
  const t = useT()
  const { place, viewer, path } = useShell()
  const entries = viewer ? [desk, ...pages] : [...pages, signIn]
  return (
    <header className="mast">
      <div className="wrap">
        <a className="brand hit" href="/">
          {t('brand')}
          {place ? <small className="extra">{place.name}</small> : null}
        </a>
        <nav aria-label={t('nav.label')}>
          <ul>
            {entries.map(({ to, word }) => (
              <li key={to}>
                <a href={to} aria-current={within(path, to) ? 'page' : undefined}>
                  {t(word)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Modes />
      </div>
    </header>
  )
}
