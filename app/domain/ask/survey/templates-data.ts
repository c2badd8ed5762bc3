import type { SurveyQuestion } from '#db/schema/ask.ts'

type Template = { code: string; version: number; title: string; questions: SurveyQuestion[] }

/** 问卷模板 a new installation begins with; a changed template is a new version. */
export const templates: readonly Template[] = [
  {
    code: 'SV-T1',
    version: 3,
    title: '社区居民服务需求调查问卷（通用版）',
    questions: [
      {
        id: 'Q1',
        kind: 'single',
        text: '您的年龄段',
        breakdown: true,
        options: ['18 岁以下', '18 至 35 岁', '36 至 59 岁', '60 至 79 岁', '80 岁及以上'],
      },
      {
        id: 'Q2',
        kind: 'single',
        text: '您在本社区的居住情况',
        options: ['本地户籍', '非本地户籍满半年', '非本地户籍不满半年'],
      },
      {
        id: 'Q3',
        kind: 'single',
        text: '家庭结构',
        options: ['独居', '夫妻二人', '与子女同住', '三代同住', '合租'],
      },
      {
        id: 'Q4',
        kind: 'multiple',
        max: 3,
        text: '您最希望解决的三件事',
        options: [
          '养老照护',
          '儿童看护',
          '助残',
          '邻里关系与新居民融入',
          '环境与设施',
          '文化活动',
          '矛盾纠纷',
          '禁毒与安全',
          '就业帮扶',
          '其他',
        ],
        categories: ['ELDER', 'CHILD', 'DISAB', 'INTEG', 'ENVIR', 'CULTU', 'MEDIA', 'DRUGS', 'EMPLO', null],
      },
      { id: 'Q5', kind: 'scale', text: '这些问题对您家生活的影响程度（1 很小，5 很大）' },
      { id: 'Q6', kind: 'short_text', text: '请具体说说最困扰您的一件事' },
      {
        id: 'Q7',
        kind: 'single',
        text: '现有社区服务您用过吗',
        options: ['经常', '偶尔', '没用过', '不知道'],
      },
      { id: 'Q8', kind: 'scale', text: '您对现有社区服务的满意程度（1 很不满意，5 很满意）' },
      {
        id: 'Q9',
        kind: 'single',
        text: '您愿意参加志愿服务吗',
        options: ['愿意且有固定时间', '愿意但时间不定', '不愿意'],
      },
      {
        id: 'Q10',
        kind: 'single',
        text: '如为低偿服务，您家每月可承受',
        options: ['0 元', '1 至 50 元', '51 至 150 元', '150 元以上'],
      },
      {
        id: 'Q11',
        kind: 'single',
        text: '您希望的服务地点',
        options: ['上门', '社区服务站', '线上', '都可以'],
      },
      { id: 'Q12', kind: 'scale', text: '我觉得自己是这个社区的一份子（1 很不同意，5 很同意）' },
      { id: 'Q13', kind: 'scale', text: '遇到困难时邻居会帮我（1 很不同意，5 很同意）' },
      {
        id: 'Q14',
        kind: 'single',
        text: '您更愿意怎样参与决定',
        options: ['手机投票', '楼栋议事', '现场投票', '委托家人', '不参与'],
      },
    ],
  },
]
