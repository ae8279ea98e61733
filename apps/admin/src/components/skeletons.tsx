import { useTexts } from '../app/i18n/i18n.js'

/** A grey bar in the shape of what comes. */
export function Bone({ width = '100%', height = 14 }: { width?: string | number; height?: number }) {
  return <span className="sb-bone" style={{ width, height }} aria-hidden />
}

function BoneBox({ rows }: { rows: number }) {
  return (
    <div className="sb-box">
      <Bone width="40%" height={18} />
      {Array.from({ length: rows }, (_, row) => (
        <Bone key={row} width={`${90 - ((row * 17) % 40)}%`} />
      ))}
    </div>
  )
}

/** The overview before its figures are there. */
export function PageSkeleton() {
  const { t } = useTexts()
  return (
    <div className="sb-page" aria-busy="true" aria-label={t('state.loading')}>
      <BoneBox rows={4} />
      <div className="sb-grid-2">
        <BoneBox rows={9} />
        <BoneBox rows={9} />
      </div>
      <div className="sb-grid-3">
        <BoneBox rows={7} />
        <BoneBox rows={7} />
        <BoneBox rows={7} />
      </div>
    </div>
  )
}

/** A table before its rows are there. */
export function TableSkeleton({ rows = 14 }: { rows?: number }) {
  const { t } = useTexts()
  return (
    <div className="sb-box" aria-busy="true" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="sb-bone-row">
          <Bone width="26%" />
          <Bone width="8%" />
          <Bone width="8%" />
          <Bone width="18%" />
          <Bone width="10%" />
        </div>
      ))}
    </div>
  )
}
