import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readNumber } from '#domain/open/papers/find-printout.ts'

export const handle = titled('genuine.title')
export const loader = ({ request }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get('number')
  const number = typed && readNumber(typed)
  if (number) throw redirect(`/verify/${number}`)
  return { malformed: Boolean(typed) }
}

/** 核验: where a number is typed that stands on a paper. */
export default function Verify() {
  const t = useT()
  const { malformed } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('genuine.title')} lead={t('genuine.lead')}>
      {malformed ? <Note kind="late">{t('genuine.malformed')}</Note> : null}
      <form method="get" className="my-4">
        <Field name="number" label={t('genuine.number')} hint={t('genuine.number.hint')} autoComplete="off" />
        <div className="acts">
          <button type="submit" className="btn first">
            {t('genuine.look')}
          </button>
        </div>
      </form>
    </Page>
  )
}
