/** 单一来源的法定情形: the only grounds on which a buyer may go to one supplier (政府采购法 第三十一条). */
export const directGrounds = [
  { id: 'only_one', article: '政府采购法 第三十一条（一）', notice: true, intention: true, share: null },
  { id: 'emergency', article: '政府采购法 第三十一条（二）', notice: false, intention: false, share: null },
  /** 继续添购: together at most so many percent of the first contract. */
  { id: 'add_on', article: '政府采购法 第三十一条（三）', notice: false, intention: true, share: 10 },
] as const

export type DirectGround = (typeof directGrounds)[number]
export type DirectGroundId = DirectGround['id']
export const directGroundIds = directGrounds.map(({ id }) => id) as [DirectGroundId, ...DirectGroundId[]]
export const directGround = (id: string | null): DirectGround | null =>
  directGrounds.find((ground) => ground.id === id) ?? null
