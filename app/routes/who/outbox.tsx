import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { titled } from '#app/components/shell/title.ts'
import { Timeline } from '#app/components/timeline.tsx'
import { worldOf } from '#app/context.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { wordsOf } from '#app/i18n/short-message.ts'
import { useT } from '#app/i18n/use-t.ts'
import { demoMessages } from '#domain/who/outbox.ts'

export const handle = titled('outbox.title')

export const loader = (args: LoaderFunctionArgs) =>
  pageLoader((ctx) => demoMessages(ctx, worldOf(args.context).demo !== 'off'))(args)

export default function Outbox() {
  const t = useT()
  const f = useFormat()
  const messages = useLoaderData<typeof loader>()
  const { origin } = useShell()
  return (
    <Page narrow title={t('outbox.title')} lead={t('outbox.lead')}>
      {messages.length === 0 ? (
        <Empty action={{ to: '/sign-in', label: t('sign-in.title') }}>{t('outbox.none')}</Empty>
      ) : (
        <Timeline
          moments={messages.map((m) => ({
            key: m.id,
            when: f.dateTime(m.at),
            title: t('outbox.to', { tail: m.tail }),
            text: m.params.path ? <a href={m.params.path}>{wordsOf(t, m, origin)}</a> : wordsOf(t, m, origin),
          }))}
        />
      )}
    </Page>
  )
}
