/** Something that is stored otherwise than it should be, as `verify` reports it. */
export interface Finding {
  check:
    | 'VERSIONS'
    | 'CODES'
    | 'PATHS'
    | 'GROUPS'
    | 'TERMS'
    | 'ENTRIES'
    | 'LIVES'
    | 'REORGANIZATION'
    | 'YEARS'
    | 'BALANCES'
    | 'ADMISSION_DAYS'
    | 'EVIDENCE'
    | 'FIGURES'
  /** What it is about, in words for whoever looks after the installation. */
  message: string
}
