export interface Weibull {
  readonly shape: number
  readonly scale: number
}

/** Density of the Weibull distribution at x > 0. */
export function weibullPdf(x: number, { shape, scale }: Weibull): number {
  return (shape / scale) * (x / scale) ** (shape - 1) * Math.exp(-((x / scale) ** shape))
}

/** Share of the Weibull distribution up to x >= 0. */
export function weibullCdf(x: number, { shape, scale }: Weibull): number {
  return -Math.expm1(-((x / scale) ** shape))
}

/** Five scales about the given one, each with its shape and a steeper one. */
export function weibullTrials({ shape, scale }: Weibull): Weibull[] {
  return [0.25, 0.5, 1, 2, 4].flatMap((times) => [
    { shape, scale: scale * times },
    { shape: shape * 1.5, scale: scale * times },
  ])
}
