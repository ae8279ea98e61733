import { ERROR_CODES, ORGANIZATION_KINDS, SECTORS, TIERS, type Label } from '@seedbed/shared'
import { z } from 'zod'
import { importLine } from '../features/exchange/import-format.js'
import { documentedLines, exampleFile, type DocumentedLine } from './import-doc-examples.js'

interface JsonSchema {
  properties: Record<string, Record<string, unknown>>
  required: string[]
}

const schemas = new Map(
  importLine.options.map((option) => {
    const schema = z.toJSONSchema(option, { io: 'input' }) as unknown as JsonSchema
    return [String(schema.properties.type?.const as string), schema]
  }),
)

const escape = (text: string) => text.replaceAll('|', '\\|')

function shapeOf(property: Record<string, unknown>): string {
  const { type, enum: codes, minLength, maxLength, minimum, maximum, anyOf } = property
  if (Array.isArray(anyOf)) return anyOf.map((part) => shapeOf(part as Record<string, unknown>)).join(' | ')
  if (Array.isArray(codes)) return codes.join(', ')
  const limits = [
    minLength === undefined && maxLength === undefined
      ? ''
      : `${Number(minLength ?? 0)}–${String(maxLength as number)}`,
    minimum === undefined ? '' : `${Number(minimum)}–${Number(maximum)}`,
  ].filter(Boolean)
  return [String(type as string), ...limits].join(' ')
}

function section({ vi, en, example }: DocumentedLine): string {
  const schema = schemas.get(example.type)
  if (!schema) throw new Error(`No schema of ${example.type}`)
  const rows = Object.entries(schema.properties)
    .filter(([name]) => name !== 'type')
    .map(([name, property]) => {
      const about = typeof property.description === 'string' ? property.description : ''
      const needed = schema.required.includes(name) ? 'có / yes' : ''
      return `| ${name} | ${needed} | ${escape(shapeOf(property))} | ${escape(about)} |`
    })
  return [
    `### ${example.type}`,
    vi,
    en,
    ['| Trường / field | Bắt buộc / required | Dạng / shape | |', '| --- | --- | --- | --- |', ...rows].join(
      '\n',
    ),
    '```json\n' + JSON.stringify(example) + '\n```',
  ].join('\n\n')
}

function list(title: string, codes: Readonly<Record<string, Label | { label: Label }>>): string {
  const rows = Object.entries(codes).map(([code, value]) => {
    const label = 'label' in value ? value.label : value
    return `| ${code} | ${label.vi} | ${label.en} |`
  })
  return [`### ${title}`, ['| Mã / code | | |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n')
}

const introduction = `# Định dạng nhập dữ liệu / The import format

<!-- In từ mã nguồn, không sửa tay / printed from the schemas, do not edit: npm run import-doc -w @seedbed/api -->

Một tệp văn bản UTF-8, mỗi dòng một đối tượng JSON; \`type\` cho biết dòng nói về việc gì. Mọi điều màn hình nhập được đều nhập được bằng tệp, với cùng quy tắc và cùng thông báo lỗi. Dữ liệu nhập bằng tệp được đánh dấu là nhập bổ sung lịch sử.

A text file in UTF-8, one JSON object a line; \`type\` says what the line is about. Whatever a screen can enter can be imported, with the same rules and answers. What comes in so is marked as backfilled.

- Ngày viết \`YYYY-MM-DD\`. Tổ chức được gọi bằng mã mà nó mang trong ngày \`on\` của dòng; mã chỉ có nghĩa cùng với ngày.
- Người và văn bản được gọi bằng \`ref\` của bên gửi; \`ref\` là duy nhất trong cả hệ thống, nên tệp sau có thể nói tiếp về người của tệp trước.
- Dòng về tổ chức được thực hiện theo thứ tự trong tệp, trước mọi dòng khác (phương án sắp xếp: vào ngày của nó). Sự kiện của một người phải theo đúng trình tự đã xảy ra.
- Sự kiện không được ở tương lai, không trước khi tổ chức thành lập hay sau khi giải thể, và chỉ ở chi bộ.

- Days are \`YYYY-MM-DD\`. A unit is named by the code that it has on the day \`on\` of the line; a code means something only with a date.
- Persons and documents are named by the sender's \`ref\`, unique in the installation: a later file can go on where an earlier one ended.
- Acts on units are done in the order of the file, before everything else (a reorganization: on its day). The events of one person must make sense in the order of their days.
- An event lies neither in the future nor outside the life of its unit, and only on a cell.

## Lệnh / Commands

\`\`\`
npm run -s seedbed -- import --file x.jsonl --dry-run
npm run -s seedbed -- import --file x.jsonl
npm run -s seedbed -- import --list
npm run -s seedbed -- import --undo <batch>
npm run -s seedbed -- reorganize --file bang-ma.csv --organization 49 --into "48:CITY:Thành phố Đà Nẵng" --end-superiors --on 2025-07-01
\`\`\`

**Nhập thử** (\`--dry-run\`) làm mọi việc kiểm tra rồi không ghi gì. **Nhập thật** ghi tất cả hoặc không ghi gì: chỉ cần một dòng sai là không dòng nào được ghi, và mọi lỗi được in ra theo số dòng. Cùng một nội dung không nhập được hai lần. **Hoàn tác** xóa đúng những gì đợt nhập đã đưa vào; bị từ chối khi đã có điều ghi sau dựa vào đó (sự kiện của người trong đợt, thay đổi trên tổ chức của đợt, điều chỉnh…), và thông báo nêu rõ điều gì.

A **dry run** checks everything and writes nothing. An **import** writes all or nothing: one wrong line and none is written, and every mistake is printed with the number of its line. The same content is not imported twice. **Undo** removes exactly what the import brought; it is refused once something recorded later rests on it (events of its persons, changes of its units, corrections), and the answer names it.

On the embedded database importing and undoing need the server to be stopped; \`--list\` does not.

## Lỗi / Errors

\`line 7: DATE_OUT_OF_RANGE No unit has the code VD-01 on 2019-12-31 (exists 2020-01-01 to today and on)\`

| Mã / code | |
| --- | --- |
`

const errorMeanings: Partial<Record<(typeof ERROR_CODES)[number], string>> = {
  INVALID_INPUT:
    'Dòng sai dạng: thiếu trường, sai mã, ngày ở tương lai, tổ chức không phải chi bộ. / The line is wrong in itself: a field, a code, a day in the future, a unit that is not a cell.',
  NOT_FOUND: 'Mã tổ chức, người, văn bản hoặc nhóm không có. / No such unit, person, document or group.',
  DATE_OUT_OF_RANGE:
    'Ngày nằm ngoài thời gian tồn tại của tổ chức; kèm ngày đầu và ngày cuối. / The day lies outside the life of the unit; its first and last day are given.',
  CONFLICT:
    'Trái với điều đã ghi: mã trùng, đã là đảng viên, cấp không được đặt ở đó, `ref` đã dùng, tổ chức còn đảng viên. / It contradicts what is recorded: code taken, a member already, a level that may not stand there, `ref` taken, a unit with members.',
}

function errors(): string {
  return ERROR_CODES.flatMap((code) => {
    const meaning = errorMeanings[code]
    return meaning === undefined ? [] : [`| ${code} | ${meaning} |`]
  }).join('\n')
}

function wholeSchema(): string {
  return JSON.stringify(z.toJSONSchema(importLine, { io: 'input' }), null, 2)
}

/** The document of the import format, from the schemas themselves. */
export function importDocument(): string {
  return [
    introduction + errors(),
    '## Các loại dòng / Types of lines',
    ...documentedLines.map(section),
    '## Danh mục / Code lists',
    list('tier', TIERS),
    list('kind', ORGANIZATION_KINDS),
    list('sector', SECTORS),
    '## Ví dụ trọn vẹn / A whole example',
    '```json\n' +
      exampleFile()
        .map((line) => JSON.stringify(line))
        .join('\n') +
      '\n```',
    '## JSON Schema',
    '```json\n' + wholeSchema() + '\n```\n',
  ].join('\n\n')
}
