import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Checks, CountedItems, Verdict } from '#app/components/vote/recount-parts.tsx'
import { scriptLoader } from '#app/http/script-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readRecount } from '#domain/ask/vote/read-recount.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('again.title')
export const loader = scriptLoader((ctx, { roundId = '' }) => readRecount(ctx, roundId))

/** The one page of a resident that ships a script: it counts again where the reader sits. */
export default function RecountHere() {
  const t = useT()
  const { page, nonce } = useLoaderData<typeof loader>()
  const { round, files, items } = page
  const at = `/votes/${round.id}/files/`
  return (
    <Page
      narrow
      back={{ to: `/votes/${round.id}/result`, label: t('again.back') }}
      eyebrow={round.name}
      title={t('again.title')}
      lead={t('again.lead')}
    >
      <div data-part="recount" data-files={at} data-names={files.join(' ')} data-round={round.refNo}>
        <div data-part="still">
          <Note kind="wait">{t('again.still')}</Note>
        </div>
        <div data-part="acts" hidden>
          <div className="acts">
            <button type="button" className="btn" data-part="start">
              {t('again.start')}
            </button>
          </div>
        </div>
        <Verdict />
        <CountedItems items={items} />
        <Section title={t('again.checks')}>
          <Checks />
        </Section>
      </div>
      <div data-part="offer" hidden>
        <Section title={t('again.own')}>
          <label className="block">
            <span className="block mb-2">{t('again.own.say', { n: files.length })}</span>
            <input type="file" multiple data-part="own" className="hit w-full" />
          </label>
        </Section>
      </div>
      <Section title={t('again.offline')} id="offline">
        <ol className="steps">
          <li>{t('again.offline.1', { n: files.length })}</li>
          <li>
            {t('again.offline.2')}
            <span className="block hash">npm run -s verify-round -- {round.refNo}</span>
          </li>
          <li>{t('again.offline.3')}</li>
        </ol>
        <p className="links">
          {files.map((name) => (
            <a key={name} href={`${at}${name}`}>
              {name}
            </a>
          ))}
        </p>
        <p className="quiet">{t('again.promise')}</p>
      </Section>
      <script src="/recount.js" nonce={nonce} defer />
    </Page>
  )
}
