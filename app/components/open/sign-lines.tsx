import { useT } from '#app/i18n/use-t.ts'
import { Table } from '../table.tsx'

/** Room on a paper for each side to sign and seal by hand. */
export const SignLines = ({ who }: { who: readonly string[] }) => {
  const t = useT()
  return (
    <div className="sign-lines">
      <Table
        caption={t('genuine.seal')}
        captionHidden
        columns={[
          { head: t('genuine.side') },
          { head: t('genuine.sign') },
          { head: t('genuine.seal') },
          { head: t('genuine.date') },
        ]}
        rows={who.map((name) => ({ key: name, cells: [name, '', '', ''] }))}
      />
    </div>
  )
}
