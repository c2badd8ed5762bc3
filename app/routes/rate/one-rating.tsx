import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { levelKey } from '#app/components/rate/rate-form.tsx'
import { RatingActs } from '#app/components/rate/rating-acts.tsx'
import { Recording } from '#app/components/recording.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerOfRating, judgeOfRating } from '#domain/rate/rating/fix-on-page.ts'
import * as forms from '#domain/rate/rating/forms.ts'
import { writeDownVoice } from '#domain/rate/rating/hear-rating.ts'
import { hideRating, restoreRating } from '#domain/rate/rating/moderate-rating.ts'
import { oneRating } from '#domain/rate/rating/ratings-page.ts'
import { replyRating } from '#domain/rate/rating/reply-rating.ts'

export const handle = titled('rating.one.title')
export const loader = pageLoader((ctx, { ratingId }) => oneRating(ctx, ratingId!))

const on = formsOf(
  ({ ratingId = '' }) => ({ ratingId }),
  (_done, { ratingId }) => `/desk/ratings/one/${ratingId}`,
)
export const action = formActions({
  reply: on(forms.replyRatingForm, replyRating),
  hide: on(forms.hideRatingForm, hideRating),
  restore: on(forms.restoreRatingForm, restoreRating),
  heard: on(forms.writeDownForm, writeDownVoice),
  answer: on(forms.answerRectificationForm, answerOfRating),
  judge: on(forms.judgeRectificationForm, judgeOfRating),
})

export default function OneRatingPage() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { fix } = page
  const dueDay = fix ? f.day(new Date(new Date(fix.dueAt).getTime() - 1)) : ''
  const known = (term: string, text: string | false | null | undefined) => (text ? [{ term, text }] : [])
  return (
    <Page
      narrow
      back={{ to: `/desk/ratings/${page.contract.id}`, label: page.contract.title }}
      eyebrow={t('rating.one.title')}
      title={t(levelKey(page.level ?? 3))}
    >
      <p>
        <Tag kind={fix && fix.state !== 'accepted_by_rater' ? 'late' : 'plain'}>
          {fix ? t(`rectification.state.${fix.state}`) : t(`rating.state.${page.state}`)}
        </Tag>
      </p>
      <Facts
        facts={[
          ...known(t('ratings.when'), page.givenAt && f.dateTime(page.givenAt)),
          ...known(t('ratings.who'), page.label),
          ...known(t('ratings.said'), page.words),
          ...known(t('rating.heard'), page.heard),
          ...known(
            t('rating.voice'),
            page.hasVoice && !page.may.hear && !page.heard && t('rating.voice.unheard'),
          ),
          ...known(
            t('ratings.enter.channel'),
            page.helper && `${t('rating.channel.paper')} / ${t('rating.channel.call')}, ${page.helper}`,
          ),
          ...known(t('rating.hide.ground'), page.hiddenGround && t(`rating.ground.${page.hiddenGround}`)),
          ...known(t('rating.hide.reason'), page.hiddenReason),
          ...known(t('rating.reply.org'), page.reply),
          ...known(t('rectification.due'), fix && fix.state !== 'accepted_by_rater' ? dueDay : null),
          ...known(t('rectification.answer.title'), fix?.answer),
          ...known(t('rectification.rater'), fix?.raterWords),
        ]}
      />
      {page.hasPhoto && page.state !== 'hidden' ? (
        <p>
          <a href={`/desk/ratings/one/${page.id}/photo`}>{t('rating.photo.see')}</a>
        </p>
      ) : null}
      {page.may.hear ? (
        <Recording at={`/desk/ratings/one/${page.id}/voice`} label={t('rating.voice')} />
      ) : null}
      <RatingActs page={page} />
    </Page>
  )
}
