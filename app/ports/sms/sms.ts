/** Sends one short message. The default adapter leaves it in the outbox for the demonstration's page to show. */
export type Sms = { send: (to: string, words: string) => Promise<void> }

/** Keeps what was sent: demonstration and tests. */
export function keptSms() {
  const sent: Array<{ to: string; words: string }> = []
  const send: Sms['send'] = async (to, words) => {
    sent.push({ to, words })
  }
  return { send, sent }
}
