/** 单一来源的法定情形: the only grounds on which a buyer may go to one supplier (政府采购法 第三十一条); `said` is what the call says of each. */
export const directGrounds = [
  {
    id: 'only_one',
    article: '政府采购法 第三十一条（一）',
    notice: true,
    intention: true,
    share: null,
    said: '采用单一来源，因为只能从唯一供应商处采购（政府采购法 第三十一条（一））；理由和这家供应商已经公示，公示期满，没有未答复的异议。',
  },
  {
    id: 'emergency',
    article: '政府采购法 第三十一条（二）',
    notice: false,
    intention: false,
    share: null,
    said: '采用单一来源，因为发生了不可预见的紧急情况，不能从其他供应商处采购（政府采购法 第三十一条（二））；这种情形不作单一来源公示。',
  },
  /** 继续添购: together at most so many percent of the first contract. */
  {
    id: 'add_on',
    article: '政府采购法 第三十一条（三）',
    notice: false,
    intention: true,
    share: 10,
    said: '采用单一来源，因为要保证原有项目一致或者服务配套，继续从原供应商处添购，添购资金总额不超过原合同金额的 10%（政府采购法 第三十一条（三））；这种情形不作单一来源公示。',
  },
] as const

export type DirectGround = (typeof directGrounds)[number]
export type DirectGroundId = DirectGround['id']
export const directGroundIds = directGrounds.map(({ id }) => id) as [DirectGroundId, ...DirectGroundId[]]
export const directGround = (id: string | null): DirectGround | null =>
  directGrounds.find((ground) => ground.id === id) ?? null
