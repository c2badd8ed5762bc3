import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { CheckAnswers } from '../check-answers.tsx'
import { Money } from '../money.tsx'

/** 核对信息: everything that will be sealed, each with a way back to where it is written. */
export const ProposalAnswers = ({ own: { call, supplier, body, team } }: { own: Own }) => {
  const t = useT()
  const path = `/tenders/${call.id}/proposal`
  const parts = call.criteria.filter((c) => body.plan[c.code])
  return (
    <CheckAnswers
      facts={[
        { term: t('bid.organisation.name'), text: supplier.name, change: `${path}/organisation` },
        {
          term: t('bid.organisation.contact'),
          text: body.organisation?.contact ?? t('bid.todo'),
          change: `${path}/organisation`,
        },
        {
          term: t('bid.section.team'),
          text: team.map((m) => m.name).join('、') || t('bid.todo'),
          change: `${path}/team`,
        },
        ...(call.consortium
          ? [
              {
                term: t('bid.section.consortium'),
                text: body.consortium?.partners.map((p) => p.name).join('、') ?? t('bid.alone'),
                change: `${path}/consortium`,
              },
            ]
          : []),
        ...parts.map((c) => ({ term: c.name, text: body.plan[c.code]!, change: `${path}/plan/${c.code}` })),
        {
          term: t('bid.budget.price'),
          text: body.budget ? <Money fen={body.budget.price} /> : t('bid.todo'),
          change: `${path}/budget`,
        },
        {
          term: t('bid.section.indicators'),
          text: body.indicators?.map((i) => `${i.name} ${i.promised} ${i.unit}`).join('；') ?? t('bid.todo'),
          change: `${path}/indicators`,
        },
        {
          term: t('bid.section.record'),
          text: t('bid.done.record', { n: body.experience.length, years: body.finance.length }),
          change: `${path}/record`,
        },
        {
          term: t('bid.section.texts'),
          text: t('bid.done.texts', { n: Object.keys(body.texts).length }),
          change: `${path}/texts`,
        },
        {
          term: t('bid.section.attachments'),
          text: body.attachments.map((a) => a.name).join('、') || t('bid.attachments.none'),
          change: `${path}/attachments`,
        },
        {
          term: t('bid.section.integrity'),
          text: t(body.integrity ? 'bid.done' : 'bid.todo'),
          change: `${path}/integrity`,
        },
      ]}
    />
  )
}
