import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export type Measured = { where: string; lines: number; markup: boolean }

const sourcesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(tsx?|mjs)$/.test(file))
        .map((file) => path.posix.join(folder, file))
    : []

const isMarkup = (node: ts.Node): boolean =>
  ts.isJsxElement(node) ||
  ts.isJsxSelfClosingElement(node) ||
  ts.isJsxFragment(node) ||
  (ts.forEachChild(node, (child) => isMarkup(child) || undefined) ?? false)

/** The name a function is known by: its own, or that of what it is given to. */
function nameOf(node: ts.Node): string {
  const { name } = node as { name?: ts.Node }
  if (name && ts.isIdentifier(name)) return name.text
  return node.parent && !ts.isSourceFile(node.parent) ? nameOf(node.parent) : 'default'
}

/** Every function of one text, the nested ones too, from its first line (signature) to its last. */
export function functionsOf(file: string, text: string): Measured[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const found: Measured[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1
      found.push({ where: `${file} ${nameOf(node)}`, lines, markup: isMarkup(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Every function of some folders. */
export const functionsIn = (folders: readonly string[]): Measured[] =>
  folders.flatMap(sourcesIn).flatMap((file) => functionsOf(file, readFileSync(file, 'utf8')))

/** How long the statement is that makes a route's loader or its action, and whatever it alone is made of stands elsewhere. */
export function handlersOf(file: string, text: string): Measured[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const lengthOf = (node: ts.Node) => lineAt(node.end) - lineAt(node.getStart(source)) + 1
  return source.statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) return []
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText(source))
      : ts.isFunctionDeclaration(statement) && statement.name
        ? [statement.name.text]
        : []
    return names
      .filter((name) => name === 'loader' || name === 'action')
      .map((name) => ({ where: `${file} ${name}`, lines: lengthOf(statement), markup: false }))
  })
}
/** Every loader and action of the routes. */
export const handlersIn = (folder: string): Measured[] =>
  sourcesIn(folder).flatMap((file) => handlersOf(file, readFileSync(file, 'utf8')))
