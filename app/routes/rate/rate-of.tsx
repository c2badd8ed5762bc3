import { useLoaderData } from '@remix-run/react'
import { RateForm, RateThanks } from '#app/components/rate/rate-form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { bytesOf } from '#app/http/sent-file.server.ts'
import { judgeAsServed } from '#domain/rate/rating/fix-on-page.ts'
import { judgeRectificationForm, ratingForm } from '#domain/rate/rating/forms.ts'
import { giveRating } from '#domain/rate/rating/give-rating.ts'
import { ratePageOf } from '#domain/rate/rating/rate-page.ts'

export const handle = titled('rating.title')
export const loader = pageLoader((ctx, { contractId }) => ratePageOf(ctx, contractId!))

const on = formsOf(
  ({ contractId = '' }) => ({ contractId }),
  (_done, { contractId }) => `/rate/of/${contractId}`,
)
export const action = formActions({
  rate: on(ratingForm, async (ctx, { photo, voice, ...said }) =>
    giveRating(ctx, {
      ...{ ...said, photo: photo && (await bytesOf(photo)) },
      voice: voice && (await bytesOf(voice)),
    }),
  ),
  judge: on(judgeRectificationForm, judgeAsServed),
})

/** The same question for somebody signed in who was served. */
export default function RateOf() {
  const page = useLoaderData<typeof loader>()
  return page.said ? <RateThanks page={page} /> : <RateForm page={page} />
}
