// Preloaded into a process (node --import): its Date is put back by SHIFT_DAYS on SIGUSR2, or from the start where
// SHIFT_AT_START is set; ahead where that is negative. Timers go on: they count the time that passes.
const OriginalDate = globalThis.Date;
const shiftBy = Number(process.env.SHIFT_DAYS) * 86_400_000;
let shiftMs = process.env.SHIFT_AT_START ? shiftBy : 0;
globalThis.Date = class ShiftedDate extends OriginalDate {
  constructor(...args) {
    if (args.length === 0) super(OriginalDate.now() - shiftMs);
    else super(...args);
  }
  static now() {
    return OriginalDate.now() - shiftMs;
  }
};
process.on('SIGUSR2', () => {
  shiftMs = shiftBy;
});
