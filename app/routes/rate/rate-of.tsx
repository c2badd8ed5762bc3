import { useLoaderData } from '@remix-run/react'
import { RateForm, RateThanks } from '#app/components/rate/rate-form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { judgeRectificationForm, ratingForm } from '#domain/rate/rating/forms.ts'
import { giveRating } from '#domain/rate/rating/give-rating.ts'
import { ratePageOf } from '#domain/rate/rating/rate-page.ts'
import { judgeRectification } from '#domain/rate/rating/take-rectification.ts'
import { Refusal } from '#domain/refusal.ts'

export const handle = titled('rating.title')
export const loader = pageLoader((ctx, { contractId }) => ratePageOf(ctx, contractId!))

const goTo = (_: unknown, { contractId }: Record<string, string>) => `/rate/of/${contractId}`
const bytesOf = async (file: File | undefined) => (file ? Buffer.from(await file.arrayBuffer()) : undefined)
export const action = formActions({
  rate: oneForm({
    form: ratingForm,
    run: async (ctx, { photo, ...said }, { contractId }) =>
      giveRating(ctx, { ...said, contractId: contractId!, photo: await bytesOf(photo) }),
    goTo,
  }),
  judge: oneForm({
    form: judgeRectificationForm,
    run: async (ctx, judged, { contractId }) => {
      const { fix } = await ratePageOf(ctx, contractId!)
      if (!fix) throw new Refusal('missing', 'rectification-missing')
      return judgeRectification(ctx, { ...judged, rectificationId: fix.id })
    },
    goTo,
  }),
})

/** The same question for somebody signed in who was served. */
export default function RateOf() {
  const page = useLoaderData<typeof loader>()
  return page.said ? <RateThanks page={page} /> : <RateForm page={page} />
}
