import type { DemoReview } from './types'

/** Joins the parts of a description, one a line. */
export const page = (...parts: string[]): string => parts.join('\n')

export const part = (title: string, ...paragraphs: string[]): string =>
  [`<h3>${title}</h3>`, ...paragraphs.map(text => `<p>${text}</p>`)].join('\n')

export const points = (...lines: string[]): string => `<ul>${lines.map(line => `<li>${line}</li>`).join('')}</ul>`

export const facts = (rows: Record<string, string>): string =>
  `<table>${Object.entries(rows)
    .map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`)
    .join('')}</table>`

export const picture = (name: string): string => `<p><img src="pic:${name}" alt=""></p>`

type Rest = Pick<DemoReview, 'pictures' | 'property' | 'reply'>

export const review = (user: number, stars: DemoReview['stars'], daysAgo: number, text: string, rest: Rest = {}) => {
  const rating: DemoReview['rating'] = stars > 3 ? 2 : stars === 3 ? 1 : 0
  return { user, stars, rating, daysAgo, text, ...rest }
}

const PICTURE = /src="pic:([\w-]+)"/g
/** Pictures that a text names. */
export const picturesNamedIn = (content: string) => [...content.matchAll(PICTURE)].map(([, name]) => name)

/** A text with the addresses of its pictures. */
export const illustrated = (content: string, addressOf: (name: string) => string): string =>
  content.replace(PICTURE, (_, name: string) => `src="${addressOf(name)}"`)
