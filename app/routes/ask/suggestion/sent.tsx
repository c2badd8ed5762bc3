import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { sentProofIn } from '#app/http/own-ask.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSentAsk } from '#domain/ask/suggestion/read-suggestion.ts'

export const handle = titled('ask.sent.title')
export const loader = pageLoader(async (ctx, { refNo = '' }, _url, request) =>
  readSentAsk(ctx, refNo, await sentProofIn(request, refNo)),
)

export default function Sent() {
  const t = useT()
  const f = useFormat()
  const { shown, code } = useLoaderData<typeof loader>()
  const due = new Date(shown.dueAt.getTime() - 1)
  const who = t('suggestion.who', { body: shown.handlerName, role: t(`role.${shown.handlerRole}` as Key) })
  return (
    <Confirmation
      title={t('ask.sent.title')}
      said={t('ask.sent.said', { who, date: f.date(due) })}
      number={{ label: t('ask.ref'), text: shown.refNo }}
      facts={[
        { term: t('ask.handler'), text: who },
        { term: t('ask.due'), text: f.date(due) },
        ...(code ? [{ term: t('ask.code'), text: <b className="num">{code}</b> }] : []),
      ]}
      next={[
        { term: t('ask.sent.now'), text: t('ask.sent.now.say', { who }) },
        { term: f.short(due), text: t('ask.sent.due.say') },
      ]}
      contact={t('ask.sent.contact')}
      acts={
        <>
          <ButtonLink to="/track" look="second">
            {t('ask.track')}
          </ButtonLink>
          <ButtonLink to="/needs" look="second">
            {t('needs.title')}
          </ButtonLink>
        </>
      }
    >
      {code ? <p className="small">{t('ask.code.say')}</p> : null}
    </Confirmation>
  )
}
