export {
  type SeriesChannel,
  type SeriesEffect,
  type SeriesExperiment,
  type SeriesOptimum,
  seriesChannels,
  seriesExperiments,
  seriesOptimum,
  seriesTotal,
  seriesWhatIf,
} from './answers.js'
export { readDelimited } from './delimited.js'
export { fitSeriesFile, type SeriesFit, type SeriesOptions } from './fit.js'
export { readLiftFile } from './lift-file.js'
export type { FlatSeries, ReadColumns } from './read.js'
