import { DIMENSIONS, ETHNIC_GROUPS, INDICATORS, OCCUPATIONS, RELIGIONS, SOURCE_KINDS } from '@seedbed/shared'
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputType,
} from 'graphql'
import type { Random } from '../../src/demo/random.js'

/** A value as GraphQL writes it in a document: an enum's is bare. */
export class EnumName {
  constructor(readonly name: string) {}
}

/** What exists in the world that is asked about, so that questions find something. */
export interface Known {
  ids: readonly string[]
  codes: readonly string[]
}

/** Texts that have broken something somewhere, and plain ones. */
export const NASTY = [
  ...['', ' ', '0', '-1', 'null', 'undefined', 'NaN', '[]', '{}', '__proto__', 'constructor', 'toString'],
  ...[
    "' OR '1'='1",
    "'; DROP TABLE person; --",
    '" OR ""="',
    "1' UNION SELECT 1,2,3 -- ",
    '%',
    '_',
    '!',
    '\\',
  ],
  ...['<script>alert(1)</script>', '=1+1', '＝1+1', '../../etc/passwd', '{{7*7}}', '${7*7}', '%00', '%n%s'],
  ...['Điện Phương', 'e\u0301', '\u202Eabc', '\uFEFF', '👩‍👩‍👧', 'İ', 'ß', 'A'.repeat(300), '９９'],
  ...['9999999999999999999999', '1e309', '0x10', '2024-02-30', '0000-00-00', '٣'],
]

const plain = ['Xã Điện Phương', 'Nguyễn Thị Thử', 'thôn 1', 'Nghị quyết', 'ghi chú', 'a']
const codeLists = [OCCUPATIONS, ETHNIC_GROUPS, RELIGIONS, SOURCE_KINDS, DIMENSIONS].flatMap(Object.keys)
const lists = [
  'PROVINCE',
  'DISTRICT',
  'GRASSROOTS',
  'CELL',
  'COMMUNE',
  'EDUCATION',
  'YOUTH_UNION',
  ...codeLists,
]
const indicators = INDICATORS.map(({ id }) => id)

/** Makes values for the types of a schema, mostly such as pass, now and then such as should not. */
export class Values {
  constructor(
    private readonly random: Random,
    private readonly known: Known,
  ) {}

  /** `name` is that of the argument or field: it says more than the type. */
  of(type: GraphQLInputType, name: string, depth = 0): unknown {
    if (!isNonNullType(type) && this.random.chance(depth > 2 ? 0.8 : 0.4))
      return this.random.chance(0.7) ? undefined : null
    const inner = getNullableType(type)
    if (isListType(inner)) {
      const length = this.random.weighted([0, 1, 2, 5], (count) => 5 - Math.min(count, 4))
      return Array.from({ length }, () => this.of(inner.ofType as GraphQLInputType, name, depth + 1) ?? null)
    }
    if (isEnumType(inner)) return new EnumName(this.random.pick(inner.getValues()).name)
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).map((field) => [
        field.name,
        this.of(field.type, field.name, depth + 1),
      ])
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as unknown
    }
    return isScalarType(inner) ? this.scalar(inner.name, name) : null
  }

  private scalar(type: string, name: string): unknown {
    switch (type) {
      case 'Int':
        return this.int(name)
      case 'Float':
        return this.random.pick([0, 0.5, -1, 100, 1e15])
      case 'Boolean':
        return this.random.chance(0.5)
      case 'Date':
        return this.day()
      case 'ID':
        return /indicator/iu.test(name) ? this.indicator() : this.id()
      default:
        return this.text(name)
    }
  }

  private int(name: string): number {
    if (name === 'first') return this.random.pick([1, 2, 5, 5, 200, 0, -1, 201])
    if (/^year/u.test(name)) return this.random.int(2019, 2026)
    return this.random.pick([1, 1, 1, 2, 3, 10, 0, -1, 2_147_483_647, -2_147_483_648])
  }

  private day(): string {
    const odd = ['9999-12-31', '0001-01-01', '1930-02-03', '2024-02-29']
    if (this.random.chance(0.1)) return this.random.pick(odd)
    const two = (value: number) => String(value).padStart(2, '0')
    return `${this.random.int(2019, 2025)}-${two(this.random.int(1, 12))}-${two(this.random.int(1, 28))}`
  }

  private id(): string {
    if (this.random.chance(0.85)) return this.random.pick(this.known.ids)
    return this.random.pick(['01890a5d-ac96-774b-bcce-b302099a8057', ...NASTY])
  }

  private indicator(): string {
    return this.random.chance(0.9) ? this.random.pick(indicators) : this.random.pick(NASTY)
  }

  private text(name: string): string {
    if (this.random.chance(0.15)) return this.random.pick(NASTY)
    if (/code/iu.test(name)) return this.random.pick(this.known.codes)
    if (/number/iu.test(name)) return `098${this.random.int(100_000_000, 999_999_999)}`
    return this.random.pick(this.random.chance(0.5) ? plain : lists)
  }
}
