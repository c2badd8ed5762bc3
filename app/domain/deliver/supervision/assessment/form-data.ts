import type { AssessmentItem } from '#db/schema/index.ts'

const item = (code: string, max: number, zh: string, en: string): AssessmentItem => ({ code, max, zh, en })

/** 评分表 as a new installation begins with them; a place enters its own as the next version. Each sums to one hundred. */
export const assessmentSheets: Record<'midterm' | 'final', AssessmentItem[]> = {
  midterm: [
    item('PROGRESS', 30, '进度：指标完成与计划相符', 'Progress: indicators against the plan'),
    item('QUALITY', 25, '质量：服务规范、专业', 'Quality: professional, by the standard'),
    item('PEOPLE', 20, '对象：服务对象反馈', 'People: what those served say'),
    item('MONEY', 15, '资金：使用与预算相符', 'Money: spent as budgeted'),
    item('RECORDS', 10, '档案：记录真实、完整', 'Records: true and complete'),
  ],
  final: [
    item('OUTCOME', 35, '成效：目标达成', 'Outcome: aims reached'),
    item('QUALITY', 20, '质量：服务规范、专业', 'Quality: professional, by the standard'),
    item('PEOPLE', 20, '对象：服务对象反馈', 'People: what those served say'),
    item('MONEY', 15, '资金：使用与预算相符', 'Money: spent as budgeted'),
    item('LASTING', 10, '可持续：结束之后留下什么', 'Lasting: what remains afterwards'),
  ],
}
export const assessmentSource = '区内规定：项目中期、末期评估评分表（第 1 版）'
