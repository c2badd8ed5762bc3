import { useLoaderData } from '@remix-run/react'
import { RateForm, RateThanks } from '#app/components/rate/rate-form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { judgeRectificationForm, ratingForm } from '#domain/rate/rating/forms.ts'
import { giveRating } from '#domain/rate/rating/give-rating.ts'
import { ratePageByToken } from '#domain/rate/rating/rate-page.ts'
import { judgeRectification } from '#domain/rate/rating/take-rectification.ts'
import { Refusal } from '#domain/refusal.ts'

export const handle = titled('rating.title')
export const loader = pageLoader((ctx, { token }) => ratePageByToken(ctx, token!))

const goTo = (_: unknown, { token }: Record<string, string>) => `/rate/${token}`
const bytesOf = async (file: File | undefined) => (file ? Buffer.from(await file.arrayBuffer()) : undefined)
export const action = formActions({
  rate: oneForm({
    form: ratingForm,
    run: async (ctx, { photo, ...said }, { token }) =>
      giveRating(ctx, { ...said, token: token!, photo: await bytesOf(photo) }),
    goTo,
  }),
  judge: oneForm({
    form: judgeRectificationForm,
    run: async (ctx, judged, { token }) => {
      const { fix } = await ratePageByToken(ctx, token!)
      if (!fix) throw new Refusal('missing', 'rectification-missing')
      return judgeRectification(ctx, { ...judged, rectificationId: fix.id, token: token! })
    },
    goTo,
  }),
})

/** The page a slip leads to: no sign-in, the link is the right. */
export default function Rate() {
  const page = useLoaderData<typeof loader>()
  return page.said ? <RateThanks page={page} /> : <RateForm page={page} />
}
