import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

type Props = { words: string; roundId: string; roundName: string; at: Date; free: boolean }
/** 票决答复: why what somebody asked for was not selected, in writing, with the count behind it. */
export const VoteReply = ({ words, roundId, roundName, at, free }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('vote.reply.title')} aside={f.day(at)}>
      <p>{told(t, words)}</p>
      {free ? <p>{t('vote.reply.next')}</p> : null}
      <a className="hit" href={`/votes/${roundId}/result`}>
        {t('vote.reply.result', { name: roundName })}
      </a>
    </Section>
  )
}
