import type { categories } from '#db/vocabulary.ts'

type Entry = { code: string; name: string; category: (typeof categories)[number]; unit: string }

/** 政府购买服务指导性目录: the entries a community's services fall under. */
export const catalogueEntriesData: readonly Entry[] = [
  { code: 'A0501', name: '养老服务', category: 'ELDER', unit: '人次' },
  { code: 'A0502', name: '居家老人探访与照护服务', category: 'ELDER', unit: '人次' },
  { code: 'A0503', name: '老年助餐服务', category: 'ELDER', unit: '人次' },
  { code: 'A0504', name: '儿童福利与课后看护服务', category: 'CHILD', unit: '人次' },
  { code: 'A0505', name: '残疾人服务', category: 'DISAB', unit: '人次' },
  { code: 'A1101', name: '社区融入与新居民服务', category: 'INTEG', unit: '场次' },
  { code: 'A1102', name: '社区环境与公共空间维护服务', category: 'ENVIR', unit: '次' },
  { code: 'A0801', name: '群众文化体育活动服务', category: 'CULTU', unit: '场次' },
  { code: 'A1201', name: '人民调解与法律服务', category: 'MEDIA', unit: '件' },
  { code: 'A1202', name: '社区戒毒社区康复与禁毒宣传服务', category: 'DRUGS', unit: '人次' },
  { code: 'A0301', name: '就业帮扶与技能培训服务', category: 'EMPLO', unit: '人次' },
]
