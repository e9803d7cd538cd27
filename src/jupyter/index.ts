/** Jupyter for the notebooks: found or made, the kernel registered, notebooks executed and rendered. */
export { type Difference, describeDifferences } from './compare.js'
export { type RenderedDocument, renderDocuments } from './documents.js'
export { NotebookError } from './failure.js'
export type { Jupyter } from './find.js'
export { type FindOrMakeOptions, findOrMakeJupyter } from './jupyter.js'
export { type LabOptions, lab } from './lab.js'
export { codeCells } from './notebook.js'
export type { OnProgress, Progress } from './progress.js'
export {
  type ExecutedNotebook,
  type NotebooksRun,
  type RunNotebooksOptions,
  runNotebooks,
} from './run.js'
