import { useT } from '#app/i18n/use-t.ts'
import { Modes } from './modes.tsx'
import { OnPaper } from './on-paper.tsx'
import { useShell } from './shell.ts'

/** The foot of every page: a person to telephone, how it reads, what one has a right to know. */
export const Foot = () => {
  const t = useT()
  const { help, demo, nowLabel } = useShell()
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          {help ? <p>{t('foot.phone')}</p> : null}
          {help ? <Phone number={help.phone} words={help.where} /> : null}
          <Phone number="12345" words={t('foot.12345')} />
          <p>{t('foot.desk')}</p>
        </div>
        <div>
          <ul>
            <FootLink to="/meetings" words={t('hall.title')} />
            <FootLink to="/frameworks" words={t('frameworks.title')} />
            <FootLink to="/care" words={t('care.title')} />
            <FootLink to="/hours" words={t('hours.title')} />
            <FootLink to="/offers" words={t('offers.title')} />
            <FootLink to="/resources" words={t('resources.title')} />
            <FootLink to="/minor-works" words={t('minor.title')} />
            <FootLink to="/rules" words={t('rules.title')} />
            <FootLink to="/accessibility" words={t('foot.accessibility')} />
            <FootLink to="/privacy" words={t('foot.privacy')} />
            <FootLink to="/open/data" words={t('foot.open-data')} />
            <FootLink to="/verify" words={t('genuine.title')} />
            {demo ? <FootLink to="/clock" words={t('clock.title')} /> : null}
            {demo ? <FootLink to="/outbox" words={t('outbox.title')} /> : null}
          </ul>
          <Modes />
          {nowLabel ? <p>{t(demo ? 'foot.demo' : 'foot.now', { now: nowLabel })}</p> : null}
        </div>
      </div>
      <OnPaper />
    </footer>
  )
}

const Phone = ({ number, words }: { number: string; words: string }) => (
  <p>
    <a className="tel hit" href={`tel:${number.replaceAll(' ', '')}`}>
      {number}
    </a>
    {words}
  </p>
)

const FootLink = ({ to, words }: { to: string; words: string }) => (
  <li>
    <a className="hit" href={to}>
      {words}
    </a>
  </li>
)
