import type { DocumentedLine } from './import-doc-examples.js'

/** What the document says of lines about reorganizations. */
export const reorganizationLines: readonly DocumentedLine[] = [
  {
    vi: 'Một phương án sắp xếp gồm nhiều việc theo một quyết định, có hiệu lực từ ngày `on`. Dòng của những ngày trước được nhập trước, dòng của ngày ấy và về sau được nhập sau, nên chúng gọi được các đơn vị mới. `apply: false` để lại dạng dự thảo. Nhập từ bảng mã cũ – mã mới của cả tỉnh: lệnh `reorganize`.',
    en: 'A reorganization: operations that one decision orders, in effect from the day `on`. Lines of earlier days are imported before it, lines of that day and later ones after, so that they find the new units. With `apply: false` it stays a draft. For a table of old and new codes of a whole province: the command `reorganize`.',
    example: {
      type: 'reorganization',
      ref: 'vd-sx-1',
      organization: 'VD',
      on: '2025-07-01',
      title: 'Sắp xếp tổ chức đảng cấp xã',
      decisionNumber: '12-QĐ/TU',
      signatory: 'Nguyễn Văn Mẫu',
      signedOn: '2025-06-20',
      targetRule: 'SUM',
    },
  },
  {
    vi: 'Một việc của phương án. Đơn vị đã có gọi bằng `code` (mã ngày liền trước); đơn vị do phương án lập gọi bằng `ref`. ESTABLISH: `newUnit`. RENAME, RECLASSIFY: một đơn vị và điều thay đổi. MOVE, HAND_OVER: `units`, `parent`. MERGE: `units` và một đơn vị kế thừa. SPLIT: một đơn vị, từ hai đơn vị kế thừa (`children`: đơn vị trực thuộc, `persons`: người của chi bộ; còn lại về đơn vị kế thừa chính nếu `restToPrincipal`). DISSOLVE: `units`, `reason`, có thể một nơi nhận.',
    en: 'An operation of a reorganization. Units that stand are named by `code` (that of the day before), those it founds by `ref`. ESTABLISH: `newUnit`. RENAME, RECLASSIFY: one unit and what changes. MOVE, HAND_OVER: `units`, `parent`. MERGE: `units`, one successor. SPLIT: one unit, two or more successors (`children`: units below, `persons`: of a cell; the rest to the principal one with `restToPrincipal`). DISSOLVE: `units`, `reason`, perhaps one successor.',
    example: {
      type: 'operation',
      reorganization: 'vd-sx-1',
      kind: 'MERGE',
      units: [{ code: 'VD-01' }],
      successors: [
        {
          newUnit: {
            ref: 'VD-11',
            code: 'VD-11',
            name: 'Đảng bộ xã Ví Dụ',
            tier: 'SUPERIOR_COMMUNE',
            kind: 'COMMUNE',
            parent: { code: 'VD' },
          },
        },
      ],
    },
  },
]
