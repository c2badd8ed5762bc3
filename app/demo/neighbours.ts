import type { persons } from '#db/schema/index.ts'
import { ageBands } from '#db/vocabulary.ts'
import type { District } from './district.ts'
import { seeded } from './seeded.ts'

const families =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严'
const perCommunity = 110

/** Neighbours without a seat: who raises needs, says 我也需要, comes to the activities. */
export const neighboursOf = (communityId: string, n = perCommunity): string[] =>
  Array.from({ length: n }, (_, i) => `NB-${communityId}-${String(i + 1).padStart(3, '0')}`)

/** What a neighbour of the demo is called: a family name and a courtesy. */
export const nameFrom = (chance: ReturnType<typeof seeded>) =>
  `${chance.pick([...families])}${chance.pick(['女士', '先生', '阿姨', '师傅', '大姐', '伯伯'])}`

type Row = typeof persons.$inferInsert
/** 80 岁以上: as many more as make up those entitled to care at home, most where most of them live. */
function elderRows(d: District, known: number, createdAt: Date): Row[] {
  const chance = seeded('elders')
  const entitled = d.projects.find((p) => p.voucher)?.voucher?.eligibleCount ?? known
  const homes = d.communities.map((c) => [c.id, c.age80plus] as const)
  return Array.from({ length: Math.max(0, entitled - known) }, (_, i) => ({
    id: `EL-${String(i + 1).padStart(3, '0')}`,
    name: nameFrom(chance),
    communityId: chance.weighted(homes),
    ageBand: '80+' as const,
    createdAt,
  }))
}

export function neighbourRows(d: District, createdAt: Date): Row[] {
  const chance = seeded('neighbours')
  const neighbours = d.communities.flatMap((c) =>
    neighboursOf(c.id).map((id) => ({
      id,
      name: nameFrom(chance),
      communityId: c.id,
      ageBand: chance.pick(ageBands.slice(1)),
      createdAt,
    })),
  )
  const old = [...neighbours, ...d.residents].filter(({ ageBand }) => ageBand === '80+').length
  return [...neighbours, ...elderRows(d, old, createdAt)]
}

/** A telephone of nobody: no number in the country begins with 10. */
export const phoneOf = (d: District, residentId: string): string =>
  `1000000${String(d.residents.findIndex((r) => r.id === residentId) + 1).padStart(4, '0')}`
