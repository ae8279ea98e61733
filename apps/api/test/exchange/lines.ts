import type { ImportLine } from '../../src/features/exchange/import-format.js'

type Line<Type extends ImportLine['type']> = Extract<ImportLine, { type: Type }>
type Rest<Type extends ImportLine['type']> = Omit<Line<Type>, 'type' | 'on' | 'organization' | 'person'>

/** Founds a unit on 1/1/2020. */
export function founded(
  code: string,
  tier: string,
  parent?: string,
  more: Partial<Line<'establish'>> = {},
): ImportLine {
  const kind = tier === 'PROVINCE' ? 'PROVINCE' : tier === 'GRASSROOTS' ? 'COMMUNE' : 'RESIDENTIAL'
  return {
    type: 'establish',
    code,
    name: `Đơn vị ${code}`,
    tier,
    kind,
    on: '2020-01-01',
    ...(parent === undefined ? {} : { parent }),
    ...more,
  }
}

/** A province with one commune and two cells, their codes beginning with the letters given. */
export function province(letters: string): ImportLine[] {
  return [
    founded(letters, 'PROVINCE'),
    founded(`${letters}-1`, 'GRASSROOTS', letters),
    founded(`${letters}-1-A`, 'CELL', `${letters}-1`),
    founded(`${letters}-1-B`, 'CELL', `${letters}-1`),
  ]
}

export function person(ref: string, more: Partial<Line<'person'>> = {}): ImportLine {
  return {
    type: 'person',
    ref,
    fullName: 'Trần Thị Mẫu',
    birthDate: '1995-04-05',
    female: true,
    ethnicity: '01',
    ...more,
  }
}

const place = (who: string, organization: string, on: string) => ({ person: who, organization, on })

export function admission(who: string, organization: string, on: string): ImportLine {
  return { type: 'admission', ...place(who, organization, on), youthUnion: true }
}

export function ceremony(who: string, organization: string, on: string): ImportLine {
  return { type: 'ceremony', ...place(who, organization, on) }
}

export function introduction(
  who: string,
  organization: string,
  on: string,
  rest: Rest<'introduction'> = { introducer: 'YOUTH_UNION' },
): ImportLine {
  return { type: 'introduction', ...place(who, organization, on), ...rest }
}

export function transfer(who: string, organization: string, on: string, toOrganization: string): ImportLine {
  return { type: 'transfer', ...place(who, organization, on), toOrganization }
}

export function balance(organization: string, on: string, members: number): ImportLine {
  return { type: 'openingBalance', organization, on, members, probationaryMembers: 0 }
}
