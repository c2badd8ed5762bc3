import type { itemTypes } from '#db/vocabulary.ts'

type ItemType = (typeof itemTypes)[number]
/**
 * What may not be bought as a service (102号令 第十条), asked one by one before a need is posted.
 * `implied`: item types that are such a thing whatever was answered. `to`: who does it instead.
 */
export const negativeList = [
  { id: 'outside_duty', article: '102号令 第十条（一）', implied: [], to: 'autonomy' },
  { id: 'must_be_direct', article: '102号令 第十条（二）', implied: [], to: 'office' },
  { id: 'goods_or_works', article: '102号令 第十条（三）', implied: ['works_with_service'], to: 'works' },
  { id: 'financing', article: '102号令 第十条（四）', implied: [], to: 'finance' },
  { id: 'staffing', article: '102号令 第十条（五）', implied: ['staffing'], to: 'personnel' },
  { id: 'barred_by_law', article: '102号令 第十条（六）', implied: [], to: 'office' },
] as const satisfies ReadonlyArray<{ id: string; article: string; implied: readonly ItemType[]; to: string }>

export type NegativeItem = (typeof negativeList)[number]
export type NegativeId = NegativeItem['id']
export type NegativeAnswers = Partial<Record<NegativeId, boolean>>
type Asked = { itemType: ItemType; negativeAnswers: Record<string, boolean> | null }

/** Which items a need hits. 民生微实事 (small works) is no purchase of service: the list of goods and works is its own route. */
export const hitsOf = ({ itemType, negativeAnswers }: Asked): NegativeItem[] =>
  negativeList.filter(({ id, implied }) => {
    if (implied.some((type) => type === itemType)) return true
    if (id === 'goods_or_works' && itemType === 'minor_works') return false
    return negativeAnswers?.[id] === true
  })

/** Whether all six were answered; a blank is not a no. */
export const answeredAll = ({ negativeAnswers }: Pick<Asked, 'negativeAnswers'>) =>
  negativeList.every(({ id }) => typeof negativeAnswers?.[id] === 'boolean')
