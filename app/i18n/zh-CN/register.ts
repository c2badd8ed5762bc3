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
  'residents.title': '居民登记',
  'residents.lead':
    '居家服务、按年龄的订单都要先登记年龄段和所在社区。当面核对以后登记；只记年龄段，不记生日和身份证号。',
  'residents.n': '已登记在本社区',
  'residents.aged': '其中登记了年龄段',
  'residents.old': '其中 60 周岁及以上',
  'residents.people': '{{n}} 人',
  'residents.one': '登记一位居民',
  'residents.one.do': '登记',
  'residents.name': '姓氏加称谓即可，例如 李大姐。已有称呼的人，这里不改。',
  'residents.roll': '整批登记',
  'residents.roll.do': '登记这一批',
  'residents.rows': '每行一位',
  'residents.rows.hint':
    '手机号，称呼，周岁，网格名称（可以不写）。可以从 Excel 里整块复制过来，一次最多 500 行；有一行不对，整批都不登记。',
  'desk.door.residents': '居民登记',
  'form.roll.line': '有的行读不懂：每行要有 11 位手机号、称呼、周岁数字',
  'form.roll.most': '一次最多 500 行',
  'notice.resident-noted': '社区登记了您的所在社区和年龄段，可以在“我的身份与资料”里看到。',
  'refusal.resident-elsewhere': '尾号 {{tail}} 的人登记在别的社区。搬家的，请系统管理员更正。',
  'refusal.roll-grid': '第 {{line}} 行：本社区没有叫“{{grid}}”的网格。',
} as const
