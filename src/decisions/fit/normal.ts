const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

/** Coefficients of Hart's approximation, lowest power first. */
const ABOVE = [
  220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165,
  0.700383064443688, 3.52624965998911e-2,
]
const BELOW = [
  440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461,
  16.064177579207, 1.75566716318264, 8.83883476483184e-2,
]

/**
 * (1 - Phi(x)) / exp(-x^2 / 2) for x >= 0: the upper tail without its exponential, so that it never
 * underflows. Hart's rational approximation as given by West, "Better approximations to cumulative
 * normal functions" (Wilmott, 2005); beyond 7.07 the continued fraction of Mills' ratio.
 */
export function scaledTail(x: number): number {
  if (x < 7.07) {
    return polynomial(ABOVE, x) / polynomial(BELOW, x)
  }
  let fraction = x
  for (let k = 14; k >= 1; k--) fraction = x + k / fraction
  return Math.exp(-HALF_LOG_TWO_PI) / fraction
}

/** log Phi(x) of the standard normal, far into both tails: relative error below 1e-9. */
export function logNormalCdf(x: number): number {
  return x < 0
    ? -0.5 * x * x + Math.log(scaledTail(-x))
    : Math.log1p(-Math.exp(-0.5 * x * x) * scaledTail(x))
}

/**
 * Phi^-1(p) given log p, so that no tail is too far. Wichura, "Algorithm AS 241: the percentage
 * points of the normal distribution", Applied Statistics 37 (1988), PPND16.
 *
 * @param logP log of a probability, < 0
 */
export function normalQuantileOfLog(logP: number): number {
  const p = Math.exp(logP)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r)
  }
  const r = Math.sqrt(q < 0 ? -logP : -Math.log(-Math.expm1(logP)))
  const x =
    r <= 5
      ? polynomial(NEAR_ABOVE, r - 1.6) / polynomial(NEAR_BELOW, r - 1.6)
      : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5)
  return q < 0 ? -x : x
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k]!
  return value
}

const CENTRE_ABOVE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
]
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
]
const NEAR_ABOVE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
]
const NEAR_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
]
const FAR_ABOVE = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
]
const FAR_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
]
