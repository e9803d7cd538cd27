import ts from 'typescript'
import { type Mutant, numbered } from './mutant.js'

const K = ts.SyntaxKind

const OPERATORS = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [K.PlusToken, K.MinusToken],
  [K.MinusToken, K.PlusToken],
  [K.AsteriskToken, K.SlashToken],
  [K.SlashToken, K.AsteriskToken],
  [K.PercentToken, K.AsteriskToken],
  [K.LessThanToken, K.LessThanEqualsToken],
  [K.LessThanEqualsToken, K.LessThanToken],
  [K.GreaterThanToken, K.GreaterThanEqualsToken],
  [K.GreaterThanEqualsToken, K.GreaterThanToken],
  [K.EqualsEqualsEqualsToken, K.ExclamationEqualsEqualsToken],
  [K.ExclamationEqualsEqualsToken, K.EqualsEqualsEqualsToken],
  [K.AmpersandAmpersandToken, K.BarBarToken],
  [K.BarBarToken, K.AmpersandAmpersandToken],
  [K.PlusEqualsToken, K.MinusEqualsToken],
  [K.MinusEqualsToken, K.PlusEqualsToken],
])

const CALLS = new Map([
  ['max', 'min'],
  ['min', 'max'],
  ['floor', 'ceil'],
  ['abs', 'sign'],
])

/** A file with every mutant in it, each asleep until `globalThis.mutant` is its id. */
export interface Instrumented {
  readonly code: string
  readonly mutants: readonly Mutant[]
}

/** Puts every fault by rule into a TypeScript file, switched by id, and compiles it. */
export function instrument(file: string, text: string): Instrumented {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found: Omit<Mutant, 'id'>[] = []
  const ids = () => numbered(found)
  const put: { readonly place: number; readonly mutated: ts.Expression }[] = []
  const { factory } = ts

  const visit = (node: ts.Node, context: ts.TransformationContext): ts.Node => {
    const visited = ts.visitEachChild(
      node,
      (child) => (ts.isTypeNode(child) ? child : visit(child, context)),
      context,
    )
    const faults = faultsOf(node)
    if (faults.length === 0) return visited
    return faults.reduce<ts.Expression>((inner, { rule, to }) => {
      const place = found.length
      found.push({
        file,
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        rule,
        from: node.getText(source).replaceAll(/\s+/g, ' ').slice(0, 80),
        to: rule,
      })
      put.push({ place, mutated: to })
      const isOn = factory.createStrictEquality(
        factory.createPropertyAccessExpression(factory.createIdentifier('globalThis'), 'mutant'),
        factory.createStringLiteral(`@${place}@`),
      )
      return factory.createParenthesizedExpression(
        factory.createConditionalExpression(isOn, undefined, to, undefined, inner),
      )
    }, visited as ts.Expression)
  }
  const { transformed } = ts.transform(source, [
    (context) => (root) => {
      const statements = root.statements.flatMap((statement) => {
        const before = found.length
        const visited = visit(statement, context) as ts.Statement
        return found.length > before ? madeAgain(visited) : [visited]
      })
      return factory.updateSourceFile(root, statements)
    },
  ])
  const printed = ts.createPrinter().printFile(transformed[0] as ts.SourceFile)
  const mutants = ids()
  const switched = printed.replaceAll(/@(\d+)@/g, (_, place: string) => mutants[Number(place)]!.id)
  return { code: switched, mutants }
}

/**
 * What a module works out once, when it is loaded, with no mutant awake: made anew by `globalThis.again`, a list of
 * functions in the order of loading.
 */
function madeAgain(statement: ts.Statement): readonly ts.Statement[] {
  if (!ts.isVariableStatement(statement)) return [statement]
  const { factory } = ts
  const { declarations, flags } = statement.declarationList
  if (!(flags & ts.NodeFlags.Const)) return [statement]
  const set = declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer && !ts.isFunctionLike(initializer)
      ? [factory.createExpressionStatement(factory.createAssignment(name, initializer))]
      : [],
  )
  if (set.length === 0) return [statement]
  const variable = factory.createVariableStatement(
    statement.modifiers,
    factory.createVariableDeclarationList(declarations, ts.NodeFlags.Let),
  )
  const again = factory.createPropertyAccessExpression(
    factory.createIdentifier('globalThis'),
    'again',
  )
  const known = factory.createAssignment(
    again,
    factory.createLogicalOr(again, factory.createArrayLiteralExpression()),
  )
  const push = factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createParenthesizedExpression(known), 'push'),
    undefined,
    [
      factory.createArrowFunction(
        undefined,
        undefined,
        [],
        undefined,
        undefined,
        factory.createBlock(set),
      ),
    ],
  )
  return [variable, factory.createExpressionStatement(push)]
}

interface Fault {
  readonly rule: string
  readonly to: ts.Expression
}

function faultsOf(node: ts.Node): Fault[] {
  const { factory } = ts
  if (ts.isBinaryExpression(node)) {
    const other = OPERATORS.get(node.operatorToken.kind)
    if (!other) return []
    const [from, to] = [node.operatorToken.kind, other].map((kind) => ts.tokenToString(kind))
    return [
      {
        rule: `${from} to ${to}`,
        to: factory.createBinaryExpression(node.left, other, node.right),
      },
    ]
  }
  if (ts.isNumericLiteral(node) && isValue(node)) {
    return [
      {
        rule: `${node.text} to ${Number(node.text) + 1}`,
        to: factory.createNumericLiteral(Number(node.text) + 1),
      },
    ]
  }
  if (ts.isConditionalExpression(node)) {
    return [
      {
        rule: 'branches swapped',
        to: factory.createConditionalExpression(
          node.condition,
          undefined,
          node.whenFalse,
          undefined,
          node.whenTrue,
        ),
      },
    ]
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
    return [{ rule: 'not dropped', to: node.operand }]
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const other = CALLS.get(node.expression.name.text)
    if (!other || node.expression.expression.getText() !== 'Math') return []
    const callee = factory.createPropertyAccessExpression(factory.createIdentifier('Math'), other)
    return [
      {
        rule: `${node.expression.name.text} to ${other}`,
        to: factory.createCallExpression(callee, undefined, node.arguments),
      },
    ]
  }
  return []
}

/** A number that is computed with, not a name or a type. */
function isValue(node: ts.NumericLiteral): boolean {
  const { parent } = node
  return !ts.isLiteralTypeNode(parent) && !(ts.isPropertyAssignment(parent) && parent.name === node)
}
