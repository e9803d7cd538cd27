import type { CalibratedAssumption } from '../calibrate/calibration.js'

/** A row of `calibration`. */
export function calibrationRow(calibrated: CalibratedAssumption) {
  const { id, channel, declared, value, low, high, basis, note } = calibrated
  return { assumption_id: id, channel, declared_value: declared, value, low, high, basis, note }
}
