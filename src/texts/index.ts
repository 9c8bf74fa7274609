/** Every word that shoppers read. Another language is another file of the type `Texts`, chosen here. */
import { zh } from './zh'

export type Texts = typeof zh

export const texts: Texts = zh
