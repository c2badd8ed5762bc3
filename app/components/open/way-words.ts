import type { Translate } from '#app/i18n/index.ts'
import type { Way } from '#domain/buy/plan/ways-of-plans.ts'
import type { Fen } from '#domain/money.ts'
import type { Format } from '../format.ts'

type Of = { buyer: string; amount: Fen; until: string }

/** Where a work or an agreement stands, in one sentence. */
export function waySentence(way: Way, { buyer, amount, until }: Of, t: Translate, f: Format): string {
  if (way.kind === 'framework') {
    const done = { n: way.confirmed, amount: f.money(way.accepted), until: f.day(until) }
    if (way.state === 'expired') return t('project.way.framework.expired', done)
    if (way.state === 'closed') return t('project.way.framework.closed', done)
    return way.providers === 0
      ? t('project.way.framework.joining', { buyer, amount: f.money(amount) })
      : t('project.way.framework.serving', { ...done, bodies: way.providers })
  }
  return t(`project.way.minor.${way.state}`, {
    buyer,
    amount: f.money(way.price ?? amount),
    supplier: way.supplier ?? '',
    paid: f.money(way.paid),
    until: f.dateTime(way.quotesUntil),
  })
}
/** The public page of a work or an agreement. */
export const wayPage = ({ kind, id }: Pick<Way, 'kind' | 'id'>) =>
  kind === 'minor' ? `/minor-works/${id}` : `/frameworks/${id}`
