import { useT } from '#app/i18n/use-t.ts'
import { Qr } from '../ask/qr.tsx'
import { useShell } from './shell.ts'

/** Addresses that are a person's own or carry a token: paper must not lead others there. */
const ownPath = /^\/(desk|work|panel|me|sessions|rate|sign-in|outbox|survey)(\/|$|\?)/

/** On paper a public page says where it lives and when it was read, so that its reader can compare. */
export const OnPaper = () => {
  const t = useT()
  const { origin, path, nowLabel, viewer } = useShell()
  const address = origin + path
  if (!origin || viewer || ownPath.test(path) || address.length > 200) return null
  return (
    <div className="paper-mark">
      <Qr isPublic text={address} label={t('foot.paper.qr', { address })} />
      <p>
        {t('foot.paper', { now: nowLabel })}
        <br />
        <span className="hash">{address}</span>
      </p>
    </div>
  )
}
