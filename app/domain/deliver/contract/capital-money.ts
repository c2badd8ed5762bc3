import Nzh from 'nzh'
import { type Fen, inYuan } from '../../money.ts'

/** 大写金额, as contracts state money beside the figures. */
export const capitalMoney = (amount: Fen): string =>
  Nzh.cn.toMoney(inYuan(amount).toFixed(2), { outSymbol: false, forceZheng: true })

/** ¥ with two decimals, as contracts state it. */
export const plainMoney = (amount: Fen): string =>
  `¥${inYuan(amount).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
