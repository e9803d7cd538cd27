/** How far a search goes. */
export interface SearchLimits {
  /** Step of each coordinate that makes the first simplex. */
  readonly steps: readonly number[]
  readonly evaluations: number
  /** Stop when the simplex is this small in every coordinate and in its values. */
  readonly tolerance: number
}

interface Vertex {
  readonly x: readonly number[]
  readonly value: number
}

/**
 * Least value of a function of a few numbers, without derivatives. Nelder and Mead, "A simplex
 * method for function minimization" (The Computer Journal, 1965), with its standard coefficients.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { steps, evaluations, tolerance }: SearchLimits,
): readonly number[] {
  let left = evaluations
  const at = (x: readonly number[]): Vertex => {
    left--
    return { x, value: f(x) }
  }
  const simplex = [at(start), ...steps.map((step, i) => at(start.with(i, start[i]! + step)))]
  const sort = () => simplex.sort((a, b) => a.value - b.value)
  sort()
  while (left > 0 && !isSmall(simplex, tolerance)) {
    const best = simplex[0]!
    const next = moved(simplex, at)
    if (next !== undefined) simplex[simplex.length - 1] = next
    else {
      for (let i = 1; i < simplex.length; i++) simplex[i] = at(between(best.x, simplex[i]!.x, 0.5))
    }
    sort()
  }
  return simplex[0]!.x
}

/** The vertex that replaces the worst, or undefined when the simplex has to shrink. */
function moved(
  simplex: readonly Vertex[],
  at: (x: readonly number[]) => Vertex,
): Vertex | undefined {
  const [best, worst] = [simplex[0]!, simplex.at(-1)!]
  const others = simplex.slice(0, -1)
  const centre = best.x.map((_, i) => others.reduce((sum, v) => sum + v.x[i]!, 0) / others.length)
  const toward = (step: number) => at(between(centre, worst.x, step))
  const reflected = toward(-1)
  if (reflected.value < best.value) {
    const expanded = toward(-2)
    return expanded.value < reflected.value ? expanded : reflected
  }
  if (reflected.value < others.at(-1)!.value) return reflected
  const contracted = toward(reflected.value < worst.value ? -0.5 : 0.5)
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined
}

/** a + share * (b - a). */
function between(a: readonly number[], b: readonly number[], share: number): number[] {
  return a.map((value, i) => value + share * (b[i]! - value))
}

function isSmall(simplex: readonly Vertex[], tolerance: number): boolean {
  const best = simplex[0]!
  return simplex.every(
    (v) =>
      Math.abs(v.value - best.value) <= tolerance &&
      v.x.every((value, i) => Math.abs(value - best.x[i]!) <= tolerance),
  )
}
