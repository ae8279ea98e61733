import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Box } from '../../components/box.js'
import { formatCount, formatSigned } from '../../lib/format.js'
import type { Rehearsal } from './rehearsal-query.js'
import { useWords } from './use-words.js'

/** Units, cells and members before and after; members are conserved. */
export function SumsBox({ rehearsal }: { rehearsal: Rehearsal }) {
  const { w, language } = useWords()
  const { unitsBefore, unitsAfter, cellsBefore, cellsAfter, membersBefore, membersAfter } = rehearsal
  const rows = [
    ['units', unitsBefore, unitsAfter],
    ['cells', cellsBefore, cellsAfter],
    ['members', membersBefore, membersAfter],
  ] as const
  const areKept = membersBefore === membersAfter
  return (
    <Box title={w('sums.title')} note={w('sums.note')}>
      <table className="sb-plain sb-sums">
        <thead>
          <tr>
            <th />
            <th className="sb-num">{w('before')}</th>
            <th className="sb-num">{w('after')}</th>
            <th className="sb-num">{w('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after]) => (
            <tr key={name}>
              <th scope="row">{w(`sums.${name}`)}</th>
              <td className="sb-num">{formatCount(before, language)}</td>
              <td className="sb-num">{formatCount(after, language)}</td>
              <td className="sb-num">{formatSigned(after - before, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={areKept ? 'sb-box-foot' : 'sb-box-foot sb-fault'}>
        {areKept ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
        {w(areKept ? 'sums.kept' : 'sums.notKept')}
      </p>
    </Box>
  )
}
