/** Room between cursor and keyboard in a mini-program: a field stands clear of it, with its hint. */
export const ABOVE_KEYBOARD = 96
