/** A Spark that runs here: a driver with a Connect server, and two workers. */
export interface RunningSpark {
  /** Address of its Connect server. */
  readonly url: string
  /** Seconds of the processor that driver and workers used so far. */
  cpuSeconds(): number
  /** Ends one worker's executor at once, as a machine that fails does. */
  killExecutor(): void
  /** Ends the driver at once. */
  killDriver(): Promise<void>
  stop(): Promise<void>
}
/** Settings under which a Spark is done soonest with few rows. */
export const FEW_ROWS: Readonly<Record<string, string>>
export const sparkHome: string | undefined
export function startSpark(settings?: Readonly<Record<string, string>>): Promise<RunningSpark>
