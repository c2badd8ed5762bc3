import { useT } from '#app/i18n/use-t.ts'
import { Table } from '../../table.tsx'
import type { DeskMeeting } from './desk-facts.tsx'

/** 签到结果: each member of the body and how he came, once the attendance is closed. */
export const RollTable = ({ roll }: Pick<DeskMeeting, 'roll'>) => {
  const t = useT()
  if (roll.length === 0) return null
  return (
    <Table
      caption={t('meeting.attendance')}
      captionHidden
      columns={(['member', 'sector', 'how'] as const).map((c) => ({ head: t(`attendance.${c}`) }))}
      rows={roll.map((r) => ({
        key: r.id,
        cells: [
          `${r.ordinal}. ${r.name}`,
          r.sector,
          t(r.channel ? `attendance.${r.channel}` : 'attendance.absent'),
        ],
      }))}
    />
  )
}
