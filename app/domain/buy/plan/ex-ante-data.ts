/** 事前绩效评估: what is asked before much money is planned for (政府购买服务管理办法; 财预〔2020〕10号). */
export const exAnteQuestions = ['need', 'benefit', 'feasible', 'budget', 'sustain', 'risk'] as const
export type ExAnteQuestion = (typeof exAnteQuestions)[number]
