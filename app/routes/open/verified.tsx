import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { numberOf } from '#app/components/open/official.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type VerifiedPaper, verifyPaper } from '#domain/open/papers/verify-paper.ts'

export const handle = titled('genuine.title')
const read = pageLoader(async (ctx, { hash = '' }) => ({ paper: await verifyPaper(ctx, hash) }))
export const loader = async (args: LoaderFunctionArgs) => {
  const found = await read(args)
  return data(found, found.paper ? 200 : 404)
}

const back = { to: '/verify' }

const Known = ({ paper }: { paper: VerifiedPaper }) => {
  const t = useT()
  const f = useFormat()
  const { kind, hash, issuedAt, stands, matter, later } = paper
  return (
    <Page
      narrow
      back={{ ...back, label: t('genuine.again') }}
      eyebrow={t('genuine.title')}
      title={t('genuine.yes')}
    >
      <Note kind={stands === 'same' ? 'done' : 'late'}>{t(`genuine.${stands}`)}</Note>
      <Facts
        facts={[
          { term: t('genuine.what'), text: t(`genuine.kind.${kind}`) },
          ...(matter ? [{ term: t('genuine.matter'), text: matter.title }] : []),
          ...(matter ? [{ term: t('genuine.ref'), text: <span className="num">{matter.refNo}</span> }] : []),
          { term: t('genuine.issued'), text: f.dateTime(issuedAt) },
          { term: t('genuine.number'), text: <span className="num">{numberOf(hash)}</span> },
          { term: t('genuine.hash'), text: <span className="hash">{hash}</span> },
        ]}
      />
      <p className="mt-4">{t(matter ? 'genuine.compare' : 'genuine.private')}</p>
      <Links
        links={[
          ...(matter ? [{ to: matter.live, label: t('genuine.live') }] : []),
          ...(later
            ? [{ to: `/verify/${later.hash}`, label: t('genuine.later', { at: f.dateTime(later.issuedAt) }) }]
            : []),
        ]}
      />
    </Page>
  )
}

/** Whether the paper with this number is genuine: of which matter, given out when, and whether the record changed since. */
export default function Verified() {
  const t = useT()
  const { paper } = useLoaderData<typeof loader>()
  if (paper) return <Known paper={paper} />
  return (
    <Page
      narrow
      back={{ ...back, label: t('genuine.again') }}
      eyebrow={t('genuine.title')}
      title={t('genuine.none')}
      lead={t('genuine.none.say')}
    />
  )
}
