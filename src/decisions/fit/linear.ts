/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!
  return total
}

/** Inner products of columns among each other: row-major n x n, symmetric. */
export function crossProducts(columns: readonly Float64Array[]): Float64Array {
  const n = columns.length
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i += BLOCK) {
    for (let j = 0; j <= i; j += BLOCK) addBlock({ gram: out, n, columns, sign: 1 }, i, j)
  }
  return mirrored(out, n)
}

const BLOCK = 4

/**
 * gram = A'A - P'P for columns A and their projections P, symmetric, row-major: products of columns of different
 * groups, and the diagonal. What else two columns of one group would give is not asked for, and left partly out.
 *
 * @param offsets where each group's columns begin, and at last their number
 */
export function projectedGram(
  columns: readonly Float64Array[],
  projections: readonly Float64Array[],
  offsets: readonly number[],
): Float64Array {
  const n = columns.length
  const gram = new Float64Array(n * n)
  for (let i = 0; i < n; i += BLOCK) {
    const group = offsets.findLastIndex((first) => first <= i)
    const rowsShareIt = i + BLOCK <= (offsets[group + 1] ?? n)
    for (let j = 0; j <= i; j += BLOCK) {
      if (rowsShareIt && j >= offsets[group]! && j < i) continue
      addBlock({ gram, n, columns, sign: 1 }, i, j)
      addBlock({ gram, n, columns: projections, sign: -1 }, i, j)
    }
  }
  return mirrored(gram, n)
}

/** The lower triangle laid over the upper one, in place. */
function mirrored(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) matrix[j * n + i] = matrix[i * n + j]!
  return matrix
}

/** A matrix of n x n, and what is added to it: sign * the inner products of columns. */
interface Products {
  readonly gram: Float64Array
  readonly n: number
  readonly columns: readonly Float64Array[]
  readonly sign: 1 | -1
}

/**
 * Adds the inner products of columns i.. and j.. (four each, or as many as there are). They are taken two columns
 * by four, so that each number read is used twice or four times.
 */
function addBlock(products: Products, i: number, j: number): void {
  const { gram, n, columns, sign } = products
  if (i + BLOCK <= n) {
    addTwoByFour(products, i, j)
    addTwoByFour(products, i + 2, j)
    return
  }
  for (let a = i; a < n; a++) {
    for (let b = j; b < Math.min(j + BLOCK, n); b++) {
      gram[a * n + b]! += sign * dot(columns[a]!, columns[b]!)
    }
  }
}

function addTwoByFour({ gram, n, columns, sign }: Products, i: number, j: number): void {
  const [a0, a1] = [columns[i]!, columns[i + 1]!]
  const [b0, b1, b2, b3] = [columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!]
  let [s0, s1, s2, s3, r0, r1, r2, r3] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let t = 0; t < a0.length; t++) {
    const x = a0[t]!
    const y = a1[t]!
    s0 += x * b0[t]!
    r0 += y * b0[t]!
    s1 += x * b1[t]!
    r1 += y * b1[t]!
    s2 += x * b2[t]!
    r2 += y * b2[t]!
    s3 += x * b3[t]!
    r3 += y * b3[t]!
  }
  addTo(gram, i * n + j, sign, s0, s1, s2, s3)
  addTo(gram, (i + 1) * n + j, sign, r0, r1, r2, r3)
}

function addTo(gram: Float64Array, at: number, sign: number, ...values: number[]): void {
  for (let k = 0; k < values.length; k++) gram[at + k]! += sign * values[k]!
}

/**
 * The lower Cholesky factor of a symmetric positive definite matrix, row-major, in place (the upper
 * triangle is left as it was).
 *
 * @throws RangeError when it is not positive definite
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * n + j]!
      for (let k = 0; k < j; k++) value -= matrix[i * n + k]! * matrix[j * n + k]!
      if (i !== j) matrix[i * n + j] = value / matrix[j * n + j]!
      else if (value > 0) matrix[i * n + i] = Math.sqrt(value)
      else throw new RangeError(`cholesky: pivot ${i} is ${value}, needed > 0`)
    }
  }
  return matrix
}

/** Solves L x = b for the lower factor, in place. */
export function solveLower(factor: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  for (let i = 0; i < n; i++) {
    let value = b[i]!
    for (let k = 0; k < i; k++) value -= factor[i * n + k]! * b[k]!
    b[i] = value / factor[i * n + i]!
  }
  return b
}

/** Solves L' x = b for the lower factor, in place. */
export function solveUpper(factor: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  for (let i = n - 1; i >= 0; i--) {
    let value = b[i]!
    for (let k = i + 1; k < n; k++) value -= factor[k * n + i]! * b[k]!
    b[i] = value / factor[i * n + i]!
  }
  return b
}
