import { canonicalJson } from '@seedbed/shared'
import { createHash } from 'node:crypto'

/** A figure as it was frozen. */
export interface FrozenFigure {
  indicator: string
  numerator: number | null
  denominator: number | null
  text: string
}

/** A row as it was frozen: a unit with its columns, or a person with the days. Names are not kept of persons. */
export interface FrozenRow {
  code: string | null
  name: string | null
  figures: FrozenFigure[]
  /** Of a person: the event, when it was entered, the stage and the days of the certificate. */
  days?: Record<string, string | null>
}

/** What the checksum of evidence is taken over. */
export interface FrozenWhole {
  about: string
  note: string
  /** The question, as its own text. */
  body: string
  asOf: string
  recordedAt: string
  actorName: string | null
  totals: string
  /** Each with the outer ids of unit and person, in order. */
  rows: ReadonlyArray<{ organization: string; person: string | null; content: string }>
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The checksum of evidence, over its canonical JSON. */
export function checksumOf(whole: FrozenWhole): string {
  return sha256(canonicalJson(whole))
}

/** The checksum of a sample, which rests on that of its evidence. */
export function sampleChecksum(
  evidence: string,
  sample: { seed: string; size: number | null; percent: string | null; positions: readonly number[] },
): string {
  return sha256(canonicalJson({ evidence, ...sample }))
}

/** A row as it can be drawn: its position, and the unit by which the sample is stratified. */
export interface Drawable {
  position: number
  stratum: string
}

/**
 * Pure: so many rows, from each stratum its share by the largest remainder, within a stratum by the hash of seed and
 * position. The same rows and the same seed always give the same sample.
 */
export function draw(rows: readonly Drawable[], size: number, seed: string): number[] {
  const wanted = Math.min(size, rows.length)
  const strata = new Map<string, Drawable[]>()
  for (const row of rows) strata.set(row.stratum, [...(strata.get(row.stratum) ?? []), row])
  const order = (text: string) => sha256(`${seed} ${text}`)
  const shares = [...strata].map(([stratum, members]) => {
    const exact = (members.length * wanted) / rows.length
    return {
      stratum,
      members,
      whole: Math.floor(exact),
      rest: exact - Math.floor(exact),
      tie: order(stratum),
    }
  })
  let left = wanted - shares.reduce((sum, { whole }) => sum + whole, 0)
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || (a.tie < b.tie ? -1 : 1))) {
    if (left === 0) break
    if (share.whole === share.members.length) continue
    share.whole += 1
    left -= 1
  }
  return shares
    .flatMap(({ members, whole }) =>
      members
        .map(({ position }) => ({ position, at: order(`row ${position}`) }))
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, whole),
    )
    .map(({ position }) => position)
    .sort((a, b) => a - b)
}
