/** 废标理由, as it is published; how many came is not in it (政府采购法 第三十六条). */
export const failReasons = {
  'too-few': (n: number) => `截止时递交响应文件的不足 ${n} 家，已递交的一份都没有拆封。`,
  'too-few-valid': (n: number) => `通过审查的响应文件不足 ${n} 家。`,
  'too-few-finals': (n: number) => `到期递交最后报价的不足 ${n} 家，最后报价一份都没有拆封。`,
} as const
