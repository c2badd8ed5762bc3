import type { categories } from '#db/vocabulary.ts'

/** 业务领域 as registers write them, by the category of a need. */
export const matchFields: Record<(typeof categories)[number], readonly string[]> = {
  ELDER: ['养老', '助老', '为老'],
  CHILD: ['儿童', '未成年', '青少年'],
  DISAB: ['助残', '残疾'],
  INTEG: ['社区融合', '社区治理'],
  ENVIR: ['环境'],
  CULTU: ['文化'],
  MEDIA: ['调解'],
  DRUGS: ['禁毒'],
  EMPLO: ['就业'],
}
