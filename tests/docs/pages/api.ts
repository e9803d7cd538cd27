import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { code, page } from './markdown.js'

const entry = fileURLToPath(new URL('../../../src/index.ts', import.meta.url))
const shown =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.WriteTypeArgumentsOfSignature |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope

/** The public API: every export with its type and the first paragraph of its comment. */
export function apiPage(): string {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
  })
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!
  const isNamespace = (symbol: ts.Symbol) =>
    Boolean(resolved(checker, symbol).flags & ts.SymbolFlags.ValueModule)
  const exported = checker.getExportsOfModule(module)
  const symbols = sortedSymbols(
    checker,
    exported.filter((symbol) => !isNamespace(symbol)),
  )
  const isType = ({ flags }: ts.Symbol) => !(flags & ts.SymbolFlags.Value)
  const part = (symbol: ts.Symbol) => symbolPart(checker, symbol)
  return page(
    'API',
    "Everything that `import ... from 'causeway'` gives. Nothing else is public. This page is compared with the code by a test: a change of it is a change of the API.",
    '## Functions, classes and values',
    ...symbols.filter((symbol) => !isType(symbol)).flatMap(part),
    ...exported
      .filter(isNamespace)
      .flatMap((symbol) => [
        `## Functions of \`${symbol.name}\``,
        ...sortedSymbols(checker, checker.getExportsOfModule(resolved(checker, symbol))).flatMap(
          part,
        ),
      ]),
    '## Types',
    ...symbols.filter(isType).flatMap(part),
  )
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

function sortedSymbols(checker: ts.TypeChecker, symbols: readonly ts.Symbol[]): ts.Symbol[] {
  return symbols
    .map((symbol) => resolved(checker, symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function symbolPart(checker: ts.TypeChecker, symbol: ts.Symbol): string[] {
  const words = comment(checker, symbol)
  return [
    `### ${symbol.name}`,
    ...(words ? [words] : []),
    `\`\`\`ts\n${surface(checker, symbol)}\n\`\`\``,
  ]
}

function comment(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker))
  return text
    .split(/\n\s*\n/)[0]!
    .replace(/\{@link ([^}]+)\}/g, (_, name: string) => code(name.trim()))
    .replaceAll('\n', ' ')
}

function surface(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? []
  const type =
    symbol.flags & ts.SymbolFlags.Value
      ? checker.getTypeOfSymbolAtLocation(symbol, declaration!)
      : checker.getDeclaredTypeOfSymbol(symbol)
  if (symbol.flags & ts.SymbolFlags.Function) return signatures(checker, symbol.name, type)
  if (symbol.flags & ts.SymbolFlags.Class) return classSurface(checker, symbol, type)
  if (symbol.flags & ts.SymbolFlags.Interface) {
    return members(checker, `interface ${symbol.name}`, checker.getDeclaredTypeOfSymbol(symbol))
  }
  if (symbol.flags & ts.SymbolFlags.TypeAlias) {
    return declaration!.getText().replace(/^export /, '')
  }
  return `const ${symbol.name}: ${checker.typeToString(type, undefined, shown)}`
}

function signatures(checker: ts.TypeChecker, name: string, type: ts.Type): string {
  return type
    .getCallSignatures()
    .map((signature) => `${name}${checker.signatureToString(signature, undefined, shown)}`)
    .join('\n')
}

function classSurface(checker: ts.TypeChecker, symbol: ts.Symbol, type: ts.Type): string {
  const made = type
    .getProperties()
    .filter(({ name, declarations = [] }) => name !== 'prototype' && declarations.some(isOurs))
    .map((member) => `  static ${memberText(checker, member)}`)
  const instance = members(
    checker,
    `class ${symbol.name}`,
    checker.getDeclaredTypeOfSymbol(symbol),
  ).split('\n')
  return [instance[0]!, ...made, ...instance.slice(1)].join('\n')
}

function members(checker: ts.TypeChecker, head: string, type: ts.Type): string {
  const own = type
    .getProperties()
    .filter(
      ({ name, declarations = [] }) =>
        !name.startsWith('#') && declarations.some(isOurs) && !name.startsWith('__'),
    )
    .map((member) => `  ${memberText(checker, member)}`)
  return [`${head} {`, ...own, '}'].join('\n')
}

function isOurs(declaration: ts.Declaration): boolean {
  const { fileName } = declaration.getSourceFile()
  const isHidden =
    ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.NonPublicAccessibilityModifier ||
    ((declaration as ts.NamedDeclaration).name &&
      ts.isPrivateIdentifier((declaration as ts.NamedDeclaration).name!))
  return fileName.includes('/src/') && !fileName.includes('node_modules') && !isHidden
}

function memberText(checker: ts.TypeChecker, member: ts.Symbol): string {
  const declaration = member.declarations![0]!
  const type = checker.getTypeOfSymbolAtLocation(member, declaration)
  const optional = member.flags & ts.SymbolFlags.Optional ? '?' : ''
  if (member.flags & ts.SymbolFlags.Method) {
    return signatures(checker, `${member.name}${optional}`, type).replaceAll('\n', '\n  ')
  }
  return `${member.name}${optional}: ${checker.typeToString(type, undefined, shown)}`
}
