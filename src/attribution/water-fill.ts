/** What {@link waterFill} spreads, and over whom. */
export interface WaterFill {
  /** Whole things to spread (orders, clicks): a safe integer >= 0. */
  readonly total: number
  /** Non-negative integers; who weighs 0 gets nothing. */
  readonly weights: ArrayLike<number | bigint>
  /** The most each may get: safe integers >= 0, one per weight. */
  readonly caps: ArrayLike<number>
  /** How many they are, from the first on. Default all. */
  readonly count?: number
}

/**
 * Spreads a total in proportion to weights, none above its cap. Whoever's quota reaches its cap is
 * fixed there and the rest is spread again over the others; when nobody is fixed any more, every
 * quota is floored and what is left goes one by one to the largest remainders, ties to the lower
 * index. All arithmetic is exact on integers.
 *
 * Why it ends and respects the caps: a round fixes at least one or is the last, so there are at most
 * as many rounds as weights. Those fixed give back what their quotas held above their caps, so the
 * quotas of the others never fall, and a fixed one would be fixed in any later round too. In the last
 * round every quota is below its cap, a whole number, so its floor plus one is at most the cap.
 *
 * Source: the progressive filling algorithm for max-min fairness with weights (Bertsekas and
 * Gallager, "Data Networks", 1992, section 6.5.2), rounded by Hamilton's method.
 *
 * @param parts where to write; default a new array
 * @returns integers that sum to min(total, sum of the caps of those with weight)
 */
export function waterFill(
  { total, weights, caps, count = weights.length }: WaterFill,
  parts: Float64Array = new Float64Array(count),
): Float64Array {
  parts.fill(0, 0, count)
  if (total === 0) return parts
  if (places.length < count) makeRoom(count)
  const near = areNumbers(weights) ? weights : Float64Array.from(weights, Number)
  const slack = near === weights && sum(near, count) * total < Number.MAX_SAFE_INTEGER ? 0 : SLACK
  const mayDo = slack === 0 || total <= MOST_WITH_SLACK
  if (!(mayDo && fillNumbers({ total, weights: near, caps, count }, slack, parts))) {
    fillBigInts(total, weights, caps, count, parts)
  }
  return parts
}

/**
 * Where products are beyond 2^53, numbers still decide what is not near: they are off by some 1e-15 of themselves, and
 * a quota's remainder by as much of its quotient.
 */
const SLACK = 1e-9
const MOST_WITH_SLACK = 100_000

function areNumbers(weights: WaterFill['weights']): weights is ArrayLike<number> {
  return typeof weights[0] !== 'bigint'
}

function sum(weights: ArrayLike<number>, count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += weights[i]!
  return total
}

/**
 * Room to work in, kept, for there are many days of many lots: the places whose part is still to be found, ascending,
 * and their remainders, by place and to be put in order.
 */
let places = new Int32Array(0)
let remainders = new Float64Array(0)
let ordered = new Float64Array(0)

function makeRoom(count: number): void {
  places = new Int32Array(count)
  remainders = new Float64Array(count)
  ordered = new Float64Array(count)
}

/** On numbers. Says whether it could: what is nearer than the slack is left open. */
function fillNumbers(
  { total, weights, caps, count }: Required<WaterFill> & { weights: ArrayLike<number> },
  slack: number,
  parts: Float64Array,
): boolean {
  let left = total
  let weight = 0
  let open = 0
  for (let i = 0; i < count; i++) {
    if (weights[i]! <= 0) continue
    weight += weights[i]!
    places[open++] = i
  }
  for (let before = 0; open !== before; ) {
    before = open
    const [share, all] = [left, weight]
    open = 0
    weight = 0
    for (let n = 0; n < before; n++) {
      const i = places[n]!
      const cap = Math.min(caps[i]!, total)
      const beyond = share * weights[i]! - cap * all
      if (Math.abs(beyond) < slack * cap * all) return false
      if (beyond < 0) {
        places[open++] = i
        weight += weights[i]!
      } else {
        parts[i] = cap
        left -= cap
      }
    }
  }
  return open === 0 || floorNumbers(left, weight, weights, { open, slack }, parts)
}

/** Every open part its quota's floor; what is left goes one by one to the largest remainders, ties to the lower index. */
function floorNumbers(
  total: number,
  weight: number,
  weights: ArrayLike<number>,
  { open, slack }: Readonly<Record<'open' | 'slack', number>>,
  parts: Float64Array,
): boolean {
  const margin = slack * weight
  let left = total
  for (let n = 0; n < open; n++) {
    const i = places[n]!
    const product = total * weights[i]!
    const quotient = Math.floor(product / weight)
    const remainder = product - quotient * weight
    if (remainder < margin || remainder > weight - margin) return false
    parts[i] = quotient
    left -= quotient
    ordered[n] = remainder
    remainders[n] = remainder
  }
  return left === 0 || handOut(left, largest(left, ordered, open), { open, margin }, parts)
}

function handOut(
  whole: number,
  least: number,
  { open, margin }: Readonly<Record<'open' | 'margin', number>>,
  parts: Float64Array,
): boolean {
  let left = whole
  let near = 0
  for (let n = 0; n < open; n++) {
    if (Math.abs(remainders[n]! - least) < margin) near++
    if (remainders[n]! <= least) continue
    parts[places[n]!]! += 1
    left--
  }
  if (near > 1) return false
  for (let n = 0; left > 0; n++) {
    if (remainders[n] !== least) continue
    parts[places[n]!]! += 1
    left--
  }
  return true
}

/** The `rank`-th largest of the first numbers, which change places. Hoare, "Find", Communications of the ACM 4 (1961). */
function largest(rank: number, numbers: Float64Array, count: number): number {
  const at = count - rank
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = numbers[(low + high) >> 1]!
    let i = low
    let j = high
    while (i <= j) {
      while (numbers[i]! < pivot) i++
      while (numbers[j]! > pivot) j--
      if (i > j) break
      const one = numbers[i]!
      numbers[i++] = numbers[j]!
      numbers[j--] = one
    }
    if (at > j && at < i) return pivot
    if (at <= j) high = j
    else low = i
  }
  return numbers[at]!
}

/** The same on integers of any size. */
function fillBigInts(
  total: number,
  given: WaterFill['weights'],
  caps: ArrayLike<number>,
  count: number,
  parts: Float64Array,
): void {
  const weights = Array.from({ length: count }, (_, i) => BigInt(given[i]!))
  let open = weights.flatMap((weight, i) => (weight > 0n ? [i] : []))
  let weight = weights.reduce((sum, one) => sum + one, 0n)
  let left = total
  for (let before = -1; open.length !== before; ) {
    before = open.length
    const [share, all] = [BigInt(left), weight]
    const isFull = (i: number) => share * weights[i]! >= BigInt(caps[i]!) * all
    const full = open.filter(isFull)
    for (const i of full) {
      parts[i] = caps[i]!
      left -= caps[i]!
      weight -= weights[i]!
    }
    open = open.filter((i) => !full.includes(i))
  }
  floorBigInts(left, weight, weights, open, parts)
}

function floorBigInts(
  total: number,
  weight: bigint,
  weights: readonly bigint[],
  open: readonly number[],
  parts: Float64Array,
): void {
  let left = total
  const remaining = open.map((i) => {
    const product = BigInt(total) * weights[i]!
    parts[i] = Number(product / weight)
    left -= parts[i]!
    return { i, remainder: product % weight }
  })
  if (open.length === 0) return
  remaining.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0))
  for (const { i } of remaining.slice(0, left)) parts[i]! += 1
}
