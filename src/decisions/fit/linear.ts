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
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(columns[i]!, columns[j]!)
      out[i * n + j] = value
      out[j * n + i] = value
    }
  }
  return out
}

const BLOCK = 4

/**
 * gram = A'A - P'P for columns A and their projections P, symmetric, row-major. Products are taken
 * four columns by four, so that each number read is used four times.
 */
export function projectedGram(
  columns: readonly Float64Array[],
  projections: readonly Float64Array[],
): Float64Array {
  const n = columns.length
  const gram = new Float64Array(n * n)
  for (let i = 0; i < n; i += BLOCK) {
    for (let j = 0; j <= i; j += BLOCK) {
      addBlock(gram, n, columns, i, j, 1)
      addBlock(gram, n, projections, i, j, -1)
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) gram[j * n + i] = gram[i * n + j]!
  return gram
}

/** Adds sign * the inner products of columns i.. and j.. (four each, or as many as there are). */
function addBlock(
  gram: Float64Array,
  n: number,
  columns: readonly Float64Array[],
  i: number,
  j: number,
  sign: number,
): void {
  for (let a = i; a < Math.min(i + BLOCK, n); a++) {
    if (j + BLOCK <= n) addFour(gram, a * n + j, columns[a]!, columns, j, sign)
    else for (let b = j; b < n; b++) gram[a * n + b]! += sign * dot(columns[a]!, columns[b]!)
  }
}

function addFour(
  gram: Float64Array,
  at: number,
  left: Float64Array,
  columns: readonly Float64Array[],
  j: number,
  sign: number,
): void {
  const [b0, b1, b2, b3] = [columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!]
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  for (let t = 0; t < left.length; t++) {
    const x = left[t]!
    s0 += x * b0[t]!
    s1 += x * b1[t]!
    s2 += x * b2[t]!
    s3 += x * b3[t]!
  }
  gram[at]! += sign * s0
  gram[at + 1]! += sign * s1
  gram[at + 2]! += sign * s2
  gram[at + 3]! += sign * s3
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
