/** Why a deadline moved by rule, as it is published. */
export const ruleReasons = {
  late: '答复提问以后，离截止不足规定的时间，按规则顺延，让大家都来得及看答复。',
  affects: '答复可能影响响应文件编制，离截止不足规定的时间，依法顺延（政府采购法实施条例 第三十一条）。',
} as const
