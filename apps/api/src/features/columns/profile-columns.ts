/** Attributes of a profile as columns of numbers, in the order in which they are read. */
export const PROFILE_ATTRIBUTES = [
  'female',
  'ethnicity',
  'religion',
  'youth_union',
  'schooling',
  'degree',
  'political_theory',
  'occupation',
  'source_kind',
  'introducer',
] as const
export type ProfileAttribute = (typeof PROFILE_ATTRIBUTES)[number]

export type ProfileRow = { id: number } & Record<ProfileAttribute, string | number | null>

type Value = string | number | null

/** One attribute of every profile: profiles by position in the list of values that occur; null is the first of them. */
export class AttributeColumn {
  readonly values: Value[] = [null]
  codes = new Uint16Array(1_024)
  private readonly positions = new Map<Value, number>([[null, 0]])

  set(profile: number, value: Value): void {
    let position = this.positions.get(value)
    if (position === undefined) {
      position = this.values.length
      this.values.push(value)
      this.positions.set(value, position)
    }
    if (profile >= this.codes.length) {
      const wider = new Uint16Array(Math.max(profile + 1, 2 * this.codes.length))
      wider.set(this.codes)
      this.codes = wider
    }
    this.codes[profile] = position
  }
}

/**
 * Profiles by internal id. A profile never changes, so what is known stays true; nobody known (0) has no attribute.
 * `label` is the stamp of the ledger under which the ids hold.
 */
export class ProfileColumns {
  private readonly known = new Set<number>([0])
  private readonly columns = new Map(PROFILE_ATTRIBUTES.map((name) => [name, new AttributeColumn()] as const))

  constructor(readonly label: string) {}

  column(name: ProfileAttribute): AttributeColumn {
    return this.columns.get(name) as AttributeColumn
  }

  /** Ids that are not known yet, each once. */
  missing(blocks: ReadonlyArray<Int32Array>): number[] {
    const ids = new Set<number>()
    for (const profiles of blocks) for (const id of profiles) if (!this.known.has(id)) ids.add(id)
    return [...ids]
  }

  add(rows: readonly ProfileRow[]): void {
    for (const row of rows) {
      this.known.add(row.id)
      for (const name of PROFILE_ATTRIBUTES) this.column(name).set(row.id, row[name])
    }
  }

  get bytes(): number {
    const codes = [...this.columns.values()].reduce((sum, { codes: all }) => sum + all.byteLength, 0)
    return codes + 40 * this.known.size
  }
}
