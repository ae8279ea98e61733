import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** Every source file below a folder that is part of the application. */
function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|\.d\.ts$|^testing\//u.test(name))
    .map((name) => join(folder, name))
}

/** Where each imported name comes from, as far as it comes from the application itself. */
function importsOf(source) {
  const imports = new Map()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !statement.moduleSpecifier.text.startsWith('.')) continue
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) continue
    const from = resolve(dirname(source.fileName), statement.moduleSpecifier.text)
    for (const { name, propertyName } of bindings.elements)
      imports.set(name.text, { from, name: (propertyName ?? name).text })
  }
  return imports
}

const isCall = (node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql'

function fault(source, node, what) {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
  return new Error(`${relative(process.cwd(), source.fileName)}:${line + 1}: ${what}`)
}

/** The constant that a call is the value of; undefined inside an object. */
function nameOf(call) {
  return ts.isVariableDeclaration(call.parent) ? call.parent.name.text : undefined
}

function documentOf(source, call, imports) {
  const [text, fragments] = call.arguments
  if (!text || !ts.isStringLiteralLike(text))
    throw fault(source, call, 'graphql() takes a text without insertions, so that it can be read here')
  if (fragments && !ts.isArrayLiteralExpression(fragments))
    throw fault(source, call, 'the fragments of graphql() are listed in place')
  const names = (fragments?.elements ?? []).map((element) => {
    if (!ts.isIdentifier(element)) throw fault(source, element, 'a fragment is named by its constant')
    return imports.get(element.text) ?? { from: moduleOf(source.fileName), name: element.text }
  })
  return { module: moduleOf(source.fileName), name: nameOf(call), text: text.text, fragments: names }
}

/** A file as other files import it. */
const moduleOf = (file) => file.replace(/\.tsx?$/u, '.js')
const withEnding = (path) => path.replace(/\.(?:tsx?|js)$/u, '') + '.js'

/**
 * Every document of the application below a folder: the text of a call of `graphql(…)`, the constant it is the value
 * of, and the fragments it is given, each with the file that it is in.
 */
export function documentsBelow(folder) {
  const documents = []
  for (const file of sourcesBelow(folder)) {
    const text = readFileSync(file, 'utf8')
    if (!text.includes('graphql(')) continue
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const imports = importsOf(source)
    const visit = (node) => {
      if (isCall(node)) documents.push(documentOf(source, node, imports))
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return documents.map((document) => ({
    ...document,
    fragments: document.fragments.map(({ from, name }) => ({ from: withEnding(from), name })),
  }))
}
