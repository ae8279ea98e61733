import type { Unit } from '../units.js'

/**
 * Case B unit by unit. Published: the sums, and all figures of Điện Phương. Invented so that the sums come out: the
 * figures of the other units.
 */
export interface DienBanRow {
  /** Code of the unit; the police and the military organization have 507-A1 and 507-A2. */
  code: string
  /** Members on 31/12/2023. */
  members: number
  admitted2021: number
  admitted2022: number
  /** Admitted from 1/1 to 15/11/2023, and in the rest of that year. */
  admitted2023: number
  admittedLate2023: number
  /** Target and admissions of 2024 to 15/11, of these women and university graduates. */
  target2024: number
  admitted2024: number
  women2024: number
  university2024: number
  /** Pupils among the admissions of 2024 (B12), in the school named in dien-ban-units.ts. */
  pupils2024: number
  /** Admissions of 2024 in enterprises. */
  enterprise2024: number
  /** People introduced in 2024. */
  introduced2024: number
}

const table = `
20596|331|5|9|8|1|6|14|9|8|0|1|33
20587|254|6|6|5|1|6|13|10|8|5|0|31
20581|276|6|7|7|1|6|12|7|6|0|1|26
20563|318|8|9|9|1|8|15|9|8|5|4|38
20575|389|9|10|10|1|9|16|9|6|7|3|34
20579|262|6|7|6|0|6|10|5|5|0|2|23
20561|214|5|5|5|0|5|8|4|3|0|1|17
20551|612|12|13|13|2|12|19|11|10|8|2|41
20593|296|6|7|6|1|7|11|6|5|4|0|24
20557|298|6|6|6|1|6|9|6|6|0|1|20
20578|247|5|6|5|0|6|9|6|5|0|2|19
20560|226|5|5|5|0|5|7|5|4|0|0|16
507-A1|298|8|10|9|1|10|14|5|7|0|0|30
507-A2|164|6|7|6|1|9|12|2|5|0|0|28
20572|327|6|7|6|1|7|9|5|4|4|0|21
20569|352|6|7|6|1|8|10|7|6|0|0|22
20554|241|4|4|4|0|5|6|3|3|0|0|13
20590|281|5|5|5|0|6|7|4|3|0|0|15
20566|305|5|6|5|1|7|8|5|3|2|0|18
20562|203|4|4|5|0|5|4|2|2|0|0|7
20584|268|4|4|4|0|6|4|2|2|0|0|6
20580|219|3|2|3|0|5|3|2|2|0|0|4`

/** The 22 units directly below the town. */
export const DIEN_BAN_TABLE: readonly DienBanRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', ...figures] = line.split('|')
    const at = (index: number) => Number(figures[index])
    return {
      code,
      members: at(0),
      admitted2021: at(1),
      admitted2022: at(2),
      admitted2023: at(3),
      admittedLate2023: at(4),
      target2024: at(5),
      admitted2024: at(6),
      women2024: at(7),
      university2024: at(8),
      pupils2024: at(9),
      enterprise2024: at(10),
      introduced2024: at(11),
    }
  })

/** A unit of the town with its row of the table. */
export interface TownUnit {
  row: DienBanRow
  unit: Unit
}
