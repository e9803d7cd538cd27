/** How steeply efficiency falls where clicks are rate / (1 + (x / capacity)^n). */
const STEEPNESS = 1.5

/**
 * The memory that goes with {@link clicksClassic}: an exponentially weighted mean of impressions with weight 1 - decay,
 * the first day at full weight (a cold start that remembers what never was).
 */
export function adstockClassic(impressions: Float64Array, decay: number): Float64Array {
  let memory = impressions[0] ?? 0
  return impressions.map((seen, t) => {
    memory = t === 0 ? seen : decay * memory + (1 - decay) * seen
    return memory
  })
}

/**
 * Clicks of a curve that turns downward: memory * rate / (1 + (memory / capacity)^1.5). They fall
 * once memory passes 1.587 times capacity: more spend, fewer clicks.
 */
export function clicksClassic(
  memory: Float64Array,
  clickRate: number,
  capacity: number,
): Float64Array {
  return memory.map((seen) => (seen * clickRate) / (1 + (seen / capacity) ** STEEPNESS))
}
