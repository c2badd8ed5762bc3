/** Put right what is registered; a key lost and made anew; posts that a message alone does not open. */
export const register = {
  'renew.title': '补办登录',
  'renew.lead': '{{name}}（{{role}}）丢了手机、换了验证器或者忘了密码，用这里给他补办。',
  'renew.ends':
    '办理以后，他原来的密码和动态口令立刻作废，正在用的登录全部退出。新的登记口令请当面核对本人后交给他；他用手机号登录，凭口令重新设置。',
  'renew.ground.hint': '为什么补办、怎样核对了本人。记入日志，本人会收到通知。',
  'renew.submit': '作废旧登录，生成登记口令',
  'notice.key-renewed':
    '您的工作账号已补办，旧密码和动态口令作废。不是您本人要求的，请马上告诉办理任职的人。',
  'refusal.key-of-another-body': '这个人在别的机构也有任职，请系统管理员补办。',
  'posts.closed': '您有任职：{{posts}}。办公务要用账号、密码和动态口令登录，手机验证码登录只能办自己的事。',
  'posts.sign-in': '用工作账号登录',
  'posts.first-key': '还没有工作账号，凭登记口令设置',
} as const
