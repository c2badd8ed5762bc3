import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { isKey, type Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ page: string }>((t, { page }) => t(`${page}.title` as Key))

/** The standing pages: what this site promises on access and on personal data. */
export const loader = publicLoader(async (_ctx, _params, url) => ({ page: url.pathname.slice(1) }))

const lines = [1, 2, 3, 4, 5, 6, 7, 8] as const

export default function Words() {
  const t = useT()
  const { page } = useLoaderData<typeof loader>()
  const said = lines.map((n) => `${page}.${n}`).filter(isKey)
  return (
    <Page narrow title={t(`${page}.title` as Key)}>
      {said.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
    </Page>
  )
}
