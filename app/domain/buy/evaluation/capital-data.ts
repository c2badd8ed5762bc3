/** 大写金额: the signs an amount in words is written with. */
export const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  壹: 1,
  一: 1,
  贰: 2,
  二: 2,
  叁: 3,
  三: 3,
  肆: 4,
  四: 4,
  伍: 5,
  五: 5,
  陆: 6,
  六: 6,
  柒: 7,
  七: 7,
  捌: 8,
  八: 8,
  玖: 9,
  九: 9,
}
export const places: Readonly<Record<string, number>> = {
  拾: 10,
  十: 10,
  佰: 100,
  百: 100,
  仟: 1000,
  千: 1000,
}
/** 万 counts what stands since 亿; 亿 counts everything before it. */
export const wan = '万'
export const yi = '亿'
/** An amount in words: so many 元 (or 圆), 角, 分; 整 or 正 closes it. */
export const pattern =
  /^(?:人民币)?(?:([^元圆角分整正]+)[元圆])?(?:([^角分整正]+)角)?(?:([^分整正]+)分)?[整正]?$/
