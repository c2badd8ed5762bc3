/** Words of money: hours are never sold, so a text of this chapter that names money is sent back (志愿服务条例 第二十一条: 不得收取报酬). */
export const moneyWords: readonly string[] = [
  '元/小时',
  '块钱',
  '现金',
  '红包',
  '转账',
  '微信支付',
  '支付宝',
  '报酬',
  '有偿',
  '收费',
  '出售',
  '转卖',
  '高价',
  '¥',
  '￥',
  'rmb',
]
/** A sum as people write one: figures and 元. */
export const sumOfMoney = /[\d一二三四五六七八九十百千两]+\s*(元|块|圆)/
