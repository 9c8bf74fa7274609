import { safeHtml } from '@/lib/rich-text'

/** What a shop keeper wrote, made safe by `safeHtml`. */
export function RichText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: safeHtml builds it anew from a list of tags
  return <div className="rich" dangerouslySetInnerHTML={{ __html: safeHtml(html) }} />
}
