import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { tokenOf } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { sha256 } from '#app/ports/vault.ts'
import { endSession, mySessions } from '#domain/who/session/end-session.ts'
import { endSessionForm } from '#domain/who/session/forms.ts'

export const handle = titled('sessions.title')

export const loader = pageLoader(async (ctx, _params, _url, request) =>
  mySessions(ctx, sha256((await tokenOf(request)) ?? '')),
)
export const action = formAction({ form: endSessionForm, run: endSession, goTo: () => '/sessions' })

export default function Sessions() {
  const t = useT()
  const f = useFormat()
  const sessions = useLoaderData<typeof loader>()
  return (
    <Page title={t('sessions.title')} lead={t('sessions.lead')}>
      <Table
        caption={t('sessions.title')}
        captionHidden
        columns={[
          { head: t('sessions.device') },
          { head: t('sessions.since') },
          { head: t('sessions.seen') },
          { head: t('sessions.act') },
        ]}
        rows={sessions.map((s) => ({
          key: s.id,
          cells: [
            s.device && s.device !== '?' ? s.device : t('sessions.device.other'),
            f.dateTime(s.createdAt),
            f.dateTime(s.seenAt),
            s.here ? (
              t('sessions.this')
            ) : (
              <Form
                key={s.id}
                name={s.id}
                hidden={{ sessionId: s.id }}
                submit={t('sessions.end')}
                look="second"
              />
            ),
          ],
        }))}
      />
    </Page>
  )
}
