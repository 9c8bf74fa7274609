/** The browser draws nothing around a page. */
export const drawsTitle = false

export const statusBarHeight = 0
export const barHeight = 48
/** Room on the right of the bar that belongs to somebody else. */
export const capsuleWidth = 0
