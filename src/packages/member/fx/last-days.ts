import { DAY_MS, dayOf } from '../../../../contract/time'

/** The last seven days in Beijing, as the server counts them: `20260131`, today at the end. */
export const lastDays = (now: Date): string[] =>
  Array.from({ length: 7 }, (_, i) => dayOf(new Date(now.getTime() - (6 - i) * DAY_MS)).replaceAll('-', ''))
