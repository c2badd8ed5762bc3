import { useT } from '#app/i18n/use-t.ts'

/** A recording that may be heard here, or saved where the browser does not play its kind. */
export const Recording = ({ at, label }: { at: string; label: string }) => {
  const t = useT()
  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it is written down beside it by whoever heard it */}
      <audio controls preload="none" src={at} aria-label={label} className="w-full" />
      <a className="hit" href={at} download>
        {t('voice.save')}
      </a>
    </div>
  )
}
