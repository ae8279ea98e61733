import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importLine } from '../features/exchange/import-format.js'
import { documentedLines } from './import-doc-examples.js'
import { importDocument } from './import-doc.js'

describe('The document of the import format', () => {
  it('is printed from the schemas as they are', () => {
    const file = new URL('../../../../docs/import.md', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(importDocument())
  })

  it('has an example of every type of line', () => {
    const types = importLine.options.map((option) => option.shape.type.value)
    expect(documentedLines.map(({ example }) => example.type).sort()).toEqual(types.sort())
  })
})
