import { useT } from '#app/i18n/use-t.ts'
import { Note } from '../card.tsx'

/** 没有信号也能记: what the script of the diary's page shows; without it nothing of this is seen. `of` tells one person of a shared phone from another. */
export const Unsent = ({ of }: { of: string }) => {
  const t = useT()
  return (
    <div data-part="unsent" data-of={of}>
      <p data-part="offline" className="quiet small" hidden>
        {t('diary.offline')}
      </p>
      <div data-part="stored" role="status" hidden>
        <Note kind="wait">{t('diary.offline.stored')}</Note>
      </div>
      <div data-part="sent" role="status" hidden>
        <Note kind="done">{t('diary.offline.sent')}</Note>
      </div>
      <section data-part="kept" className="section" hidden>
        <h2>{t('diary.offline.kept')}</h2>
        <ul data-part="rows" />
      </section>
      <template data-part="row">
        <li>
          <p data-say data-off={t('diary.offline.off')} data-draft={t('diary.offline.draft')} />
          <p className="acts">
            <button type="button" className="btn btn-2" data-do="fill">
              {t('diary.offline.fill')}
            </button>
            <button type="button" className="as-link" data-do="drop">
              {t('diary.offline.drop')}
            </button>
          </p>
        </li>
      </template>
    </div>
  )
}
