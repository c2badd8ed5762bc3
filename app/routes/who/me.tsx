import { useLoaderData } from '@remix-run/react'
import { CheckAnswers } from '#app/components/check-answers.tsx'
import { MyGifts } from '#app/components/cofund/my-gifts.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { NoticeRows } from '#app/components/who/notice-rows.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { myGifts } from '#domain/deliver/cofund/my-gifts.ts'
import { chooseMessages, messagesForm, myData, mySeats } from '#domain/who/my-data.ts'
import { myNotices } from '#domain/who/my-notices.ts'

export const handle = titled('me.title')

export const loader = pageLoader(async (ctx) => ({
  me: await myData(ctx),
  seats: await mySeats(ctx),
  notices: await myNotices(ctx, 10),
  gifts: await myGifts(ctx),
}))

export const action = formAction({ form: messagesForm, run: chooseMessages, goTo: () => '/me' })

export default function Me() {
  const t = useT()
  const lang = useLang()
  const { me, seats, notices, gifts } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('me.title')} lead={t('me.lead')}>
      <CheckAnswers
        facts={[
          { term: t('me.name'), text: me.name },
          { term: t('me.phone'), text: me.tail ?? t('me.none') },
          { term: t('me.community'), text: me.community ?? t('me.none') },
          { term: t('me.age'), text: me.ageBand ?? t('me.none') },
        ]}
      />
      <p className="small quiet">{t('me.correct')}</p>
      <Section title={t('me.seats')}>
        {seats.length === 0 ? (
          <p>{t('me.seats.none')}</p>
        ) : (
          <CheckAnswers
            facts={seats.map((s) => ({
              term: `${(lang === 'en' && s.partyEn) || s.party} ${t(`role.${s.role}`)}`,
              text: t('me.seat.say', { from: s.from, to: s.to ?? t('seats.still'), ground: s.ground }),
            }))}
          />
        )}
      </Section>
      <MyGifts gifts={gifts} />
      <Links
        links={[
          ...seats
            .filter((s) => s.isPost)
            .map((s) => ({
              to: `/desk/seats/${s.id}`,
              label: `${t('handover.title')}: ${(lang === 'en' && s.partyEn) || s.party} ${t(`role.${s.role}`)}`,
            })),
          { to: '/sessions', label: t('acting.sessions') },
          { to: '/me/key', label: t('me.key') },
          { to: '/hours/me', label: t('hours.mine') },
          { to: '/bookings', label: t('bookings.mine') },
        ]}
      />
      {me.tail ? (
        <Form
          submit={t(me.messages ? 'me.messages.off' : 'me.messages.on')}
          look="second"
          hidden={{ messages: me.messages ? 'off' : 'on' }}
        >
          <p>{t(me.messages ? 'me.messages.are-on' : 'me.messages.are-off', { tail: me.tail })}</p>
        </Form>
      ) : null}
      <Section title={t('me.notices')}>
        {notices.length === 0 ? (
          <p>{t('me.notices.none')}</p>
        ) : (
          <>
            <NoticeRows notices={notices} />
            <Links links={[{ to: '/me/notices', label: t('desk.new.all') }]} />
          </>
        )}
      </Section>
    </Page>
  )
}
