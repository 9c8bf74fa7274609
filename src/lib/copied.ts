import { copyText, saysCopied } from '@/platform/clipboard'
import { say } from '@/stores/saying'
import { texts } from '@/texts'

/** Copies, and says whether it worked. */
export async function copied(text: string): Promise<void> {
  if (!(await copyText(text))) say(texts.codes.notCopied)
  else if (!saysCopied) say(texts.codes.copied)
}
