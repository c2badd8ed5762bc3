import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { Page } from '../page.tsx'
import { ProposeUntil } from './propose-until.tsx'

type Props = { own: Pick<Own, 'call'>; title: string; lead?: string; children: ReactNode }

/** One section of a proposal: where it belongs, and the way back to its task list. */
export const ProposalPage = ({ own: { call }, title, lead, children }: Props) => {
  const t = useT()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}/proposal`, label: t('bid.back') }}
      eyebrow={call.title}
      title={title}
      lead={lead}
    >
      {children}
      <ProposeUntil call={call} />
    </Page>
  )
}
