export interface WholeProps {
  className: string
  src: string
  alt: string
}

/** A picture that is shown whole, and that a long press keeps or sends. */
export const Whole = ({ className, src, alt }: WholeProps) => <img className={className} src={src} alt={alt} />
