/** 违法情形 that bar a supplier for one to three years, each with its source; words in i18n `sanction.ground.<code>`. */
export const sanctionGrounds = {
  false_material: '政府采购法 第七十七条（一）',
  slander: '政府采购法 第七十七条（二）',
  collusion: '政府采购法 第七十七条（三）',
  bribery: '政府采购法 第七十七条（四）',
  private_talks: '政府采购法 第七十七条（五）',
  refuses_inspection: '政府采购法 第七十七条（六）',
  refuses_contract: '政府采购法实施条例 第七十二条（二）',
  assigns_contract: '政府采购法实施条例 第七十二条（四）',
  breaks_contract: '政府采购法实施条例 第七十二条（六）',
  false_complaint: '政府采购法实施条例 第七十三条',
} as const
export type SanctionGround = keyof typeof sanctionGrounds
export const sanctionGroundCodes = Object.keys(sanctionGrounds) as [SanctionGround, ...SanctionGround[]]
