import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { MissingYears } from '#app/components/pay/books.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BodyFile } from '#app/components/who/body-file.tsx'
import { Blocks, StandingRecord } from '#app/components/who/standing-facts.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ownBooks } from '#domain/deliver/payment/books/own-books.ts'
import { reconfirmForm } from '#domain/who/standing/forms.ts'
import { readOwnBody } from '#domain/who/standing/read-body.ts'
import { reconfirmBody } from '#domain/who/standing/reconfirm-body.ts'

export const handle = titled('body.own')
export const loader = pageLoader(async (ctx) => {
  const own = await readOwnBody(ctx)
  return { ...own, books: await ownBooks(ctx, own.party) }
})
export const action = formAction({
  form: reconfirmForm,
  run: (ctx) => reconfirmBody(ctx, { partyId: ctx.actor.seat?.partyId ?? '' }),
  goTo: () => '/desk/body',
})

export default function OwnBody() {
  const t = useT()
  const f = useFormat()
  const file = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={t('body.own')}
      title={file.party.name}
      lead={t('body.own.lead')}
    >
      {file.blocks.length === 0 ? <Note kind="done">{t('bodies.free')}</Note> : null}
      <Blocks blocks={file.blocks} />
      <MissingYears missing={file.books.missing} />
      {file.open.map((s) => (
        <Note key={s.id} kind="wait">
          <a href={`/sanctions/${s.id}`}>
            {t('sanction.answer-by', { no: s.refNo, date: f.date(s.defenceEndsAt!.getTime() - 1) })}
          </a>
        </Note>
      ))}
      <Section title={t('body.registered')}>
        <BodyFile party={file.party} reconfirmBy={file.reconfirmBy} />
      </Section>
      {file.mayReconfirm ? (
        <Section
          title={t('body.reconfirm')}
          aside={t('body.reconfirm.hint', { date: f.date(file.reconfirmBy) })}
        >
          <Form submit={t('body.reconfirm.do')}>
            <Tick name="sure">{t('body.reconfirm.sure')}</Tick>
          </Form>
        </Section>
      ) : null}
      <Section title={t('standing.record')}>
        <StandingRecord standing={file} />
      </Section>
      <Links
        links={[
          { to: '/desk/team', label: t('team.title') },
          { to: `/orgs/${file.party.id}`, label: t('body.public') },
          { to: `/orgs/${file.party.id}/books`, label: t('books.see') },
          ...(file.books.toFile
            ? [
                {
                  to: `/desk/body/accounts/${file.books.toFile}`,
                  label: t('statement.year', { year: file.books.toFile }),
                },
              ]
            : []),
        ]}
      />
    </Page>
  )
}
