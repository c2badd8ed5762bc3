import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { Details, Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import type { SubmissionReply } from '../reply.ts'
import { PartContent } from './part-content.tsx'

/** Whether this sending was stopped because somebody else had saved in between. */
const useClash = () => {
  const reply = useActionData<SubmissionReply>()
  const said = reply && 'error' in reply ? (reply.error?.[''] ?? []) : []
  return said.some((message) => message.startsWith('refusal.draft-saved-meanwhile'))
}

type Saved = { at: number; by: string } | null | undefined

/** 两份都在: what a colleague saved stands above what one is typing. */
export const Clash = ({ saved, children }: { saved: Saved; children: ReactNode }) => {
  const t = useT()
  const f = useFormat()
  if (!useClash() || !saved) return null
  return (
    <Note kind="wait">
      <p>
        <b>{t('bid.clash.theirs', { by: saved.by, at: f.dateTime(saved.at) })}</b>
      </p>
      {children}
      <p className="mb-0">{t('bid.clash.yours')}</p>
    </Note>
  )
}

type PartProps = { own: Pick<Own, 'saved' | 'former' | 'supplier' | 'body'>; part: string; brought?: boolean }

const contentIn = ({ body }: PartProps['own'], part: string): unknown => {
  if (part.startsWith('plan.')) return body.plan[part.slice('plan.'.length)]
  if (part === 'record') return [body.experience, body.finance]
  return body[part as 'budget' | 'texts' | 'consortium' | 'organisation' | 'indicators']
}

/** When a part was last saved and by whom; a colleague's wording where two wrote at once; the wording before. */
export const PartSaved = ({ own, part, brought }: PartProps) => {
  const t = useT()
  const f = useFormat()
  const saved = own.saved[part]
  const former = own.former[part]
  const lead = own.supplier.name
  return (
    <>
      <p className="small quiet">
        {saved ? t('bid.saved', { by: saved.by, at: f.dateTime(saved.at) }) : t('bid.saved.never')}
      </p>
      {brought && !saved ? <Note>{t('bid.brought')}</Note> : null}
      <Clash saved={saved}>
        <PartContent part={part} content={contentIn(own, part)} lead={lead} />
      </Clash>
      {former?.mark ? (
        <Details summary={t('bid.former', { by: former.mark.by, at: f.dateTime(former.mark.at) })}>
          <p className="small quiet">{t('bid.former.hint')}</p>
          <PartContent part={part} content={former.content} lead={lead} />
        </Details>
      ) : null}
    </>
  )
}
