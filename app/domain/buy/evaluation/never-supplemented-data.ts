/** 补正不得涉及报价: words that show that a supplement asks for the price. */
export const priceWords = /报价|价格|单价|总价|预算|让利|降价|优惠|price|budget|discount/i
