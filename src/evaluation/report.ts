import { sum } from '../numbers.js'
import type { AttributionEvaluation, MethodScore } from './evaluate.js'
import { textTable } from './text-table.js'

/** The scores as text: one table a world, methods as rows, means over the seeds. */
export function evaluationText({ scores, shares }: AttributionEvaluation): string {
  const worlds = unique(scores.map(({ world }) => world))
  const channels = unique(shares.map(({ channel }) => channel))
  return worlds
    .map((world) => {
      const own = scores.filter((score) => score.world === world)
      const header = ['method', 'total variation', 'accuracy', 'by chance', ...channels]
      const rows = unique(own.map(({ method }) => method)).map((method) => {
        const ofMethod = own.filter((score) => score.method === method)
        const errors = channels.map((channel) =>
          signed(
            mean(
              shares
                .filter((row) => row.world === world && row.method === method)
                .filter((row) => row.channel === channel)
                .map((row) => row.error_bps),
            ),
          ),
        )
        return [ofMethod[0]!.name, ...ofMethodScores(ofMethod), ...errors]
      })
      return `World: ${world}. Shares of all orders in percent; channels: credited less true.\n${textTable([header, ...rows])}`
    })
    .join('\n')
}

function ofMethodScores(scores: readonly MethodScore[]): string[] {
  const meanOf = (pick: (score: MethodScore) => number) => percent(mean(scores.map(pick)))
  return [
    meanOf((score) => score.total_variation_bps),
    meanOf((score) => score.accuracy_bps),
    meanOf((score) => score.chance_bps),
  ]
}

function percent(bps: number): string {
  return (bps / 100).toFixed(1)
}

function signed(bps: number): string {
  return bps > 0 ? `+${percent(bps)}` : percent(bps)
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length)
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
