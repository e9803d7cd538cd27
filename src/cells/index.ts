export { type NotebookDisplay, notebookDisplay } from './display.js'
export type { Display } from './kernel.js'
