import './app.css'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Links, Outlet } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Acting } from '#app/components/shell/acting.tsx'
import { Foot } from '#app/components/shell/foot.tsx'
import { Masthead } from '#app/components/shell/masthead.tsx'
import { NoRoom } from '#app/components/shell/no-room.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { useTitle } from '#app/components/shell/title.ts'
import { Trouble } from '#app/components/shell/trouble.tsx'
import { shellOf } from '#app/context.server.ts'
import { useT } from '#app/i18n/use-t.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => shellOf(request, context)

/** 投票机: its pages lead nowhere else. */
const isMachine = (path: string) => /^\/kiosk(\/(?!unlock)|\?|$)/.test(path)

/** The frame around every page; it carries no script. */
export const Layout = ({ children }: { children: ReactNode }) => {
  const t = useT()
  const { lang, elder, path } = useShell()
  const bare = isMachine(path)
  return (
    <html lang={lang} data-mode={elder ? 'elder' : undefined} data-size={elder || undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0a4745" />
        <meta name="format-detection" content="telephone=no" />
        <title>{useTitle()}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {bare ? null : <Masthead />}
        {bare ? null : <Acting />}
        <NoRoom />
        <main id="main" className="wrap">
          {children}
        </main>
        {bare ? null : <Foot />}
      </body>
    </html>
  )
}

export const ErrorBoundary = Trouble

const Root = () => <Outlet />
export default Root
