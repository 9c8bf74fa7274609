import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { pages, passedOn } from '@/lib/pages'
import { useMyId } from '@/lib/use-my-id'
import { texts } from '@/texts/promotion'
import { Cards } from '../Cards'
import { Mine } from './Mine'
import { Running } from './Running'

type Part = 'running' | 'mine'

/** What can be bought together, and the groups that the shopper has joined. */
export default function Groups() {
  const [part, setPart] = useState<Part>(useRouter().params.tab === 'mine' ? 'mine' : 'running')
  const card = { title: texts.groups.title, path: passedOn(pages.groups(), useMyId()) }
  useShareAppMessage(() => card)
  return (
    <Page title={texts.groups.title} card={card}>
      <Cards>
        <Segments<Part>
          label={texts.groups.title}
          choices={[
            { key: 'running', name: texts.groups.running },
            { key: 'mine', name: texts.groups.mine },
          ]}
          current={part}
          onChange={setPart}
        />
        {part === 'mine' ? <Mine onLook={() => setPart('running')} /> : <Running />}
      </Cards>
    </Page>
  )
}
