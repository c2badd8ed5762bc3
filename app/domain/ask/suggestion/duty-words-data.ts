import type { dutyKinds } from '#db/vocabulary.ts'
import type { Desk } from './duties-data.ts'

/** 清单用语: how the offices write kinds and desks in their sheets. */
export const kindWords: Readonly<Record<string, (typeof dutyKinds)[number]>> = {
  自治事项: 'autonomy',
  协助政府: 'assist',
  政府职责: 'government',
  购买服务: 'purchase',
}
export const deskWords: Readonly<Record<string, Desk>> = {
  居委会: 'committee',
  服务站: 'station',
  网格: 'grid',
  街道: 'street',
}
