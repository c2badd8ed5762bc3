import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { slipsOf } from '#domain/rate/rating/invite-raters.ts'

export const handle = titled('ratings.slips.title')
export const loader = pageLoader(async (ctx, { contractId }, url) => ({
  ...(await slipsOf(ctx, contractId!)),
  origin: url.origin,
}))

/** 评价条: one a person, to cut apart and hand out. */
export default function Slips() {
  const t = useT()
  const { contract, slips, origin } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/desk/ratings/${contract.id}`, label: contract.title }}
      title={t('ratings.slips.title')}
      lead={t('ratings.slips.lead')}
    >
      {slips.length === 0 ? <p className="quiet">{t('ratings.slips.none')}</p> : null}
      <ul className="grid list-none gap-4 p-0 md:grid-cols-2">
        {slips.map(({ label, token }) => (
          <li key={token} className="card">
            <p className="font-song font-bold">{label}</p>
            <p className="small">{contract.title}</p>
            <div className="max-w-[11rem]">
              <Qr text={`${origin}/rate/${token}`} label={t('ratings.slips.qr', { label })} />
            </div>
            <p className="hash">{`${origin}/rate/${token}`}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
