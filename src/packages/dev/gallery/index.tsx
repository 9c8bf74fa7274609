import { View } from '@tarojs/components'
import { useState } from 'react'
import { ShelfSkeleton } from '@/components/GoodsShelf'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { Show } from '@/components/Show'
import { Bars } from './Bars'
import { Buttons } from './Buttons'
import { Cells } from './Cells'
import { Choices } from './Choices'
import { Fields } from './Fields'
import { Icons } from './Icons'
import { KeptOnes } from './Kept'
import { Amounts, Logs, Outcomes } from './Money'
import { Prices } from './Prices'
import { Articles, Pictures, Reviews } from './Reading'
import { Sheets } from './Sheets'
import { Recommending, Shelves } from './Shelves'
import { Failures, States } from './States'
import { useSamples } from './samples'
import { Tickets } from './Tickets'
import './index.scss'

const BARS = ['plain', 'clear', 'festive'] as const
type Bar = (typeof BARS)[number]

/** Every component in every state: `test/gallery.test.ts`. Only in development: `app.config.ts`. */
export default function Gallery() {
  const [bar, setBar] = useState<Bar>('plain')
  const samples = useSamples()
  return (
    <Page title="Gallery" bar={bar} solidity={0.5}>
      <View className={`gallery gallery--${bar}`}>
        <Segments<Bar> label="Page" choices={BARS.map(key => ({ key, name: key }))} current={bar} onChange={setBar} />
        <Buttons />
        <Prices />
        <Choices />
        <Show of={samples} skeleton={<ShelfSkeleton />}>
          {samples => (
            <>
              <Sheets {...samples} />
              <Fields {...samples} />
              <Cells {...samples} />
              <Shelves {...samples} />
              <Recommending />
              <KeptOnes {...samples} />
              <Pictures {...samples} />
              <Articles {...samples} />
              <Reviews {...samples} />
              <Tickets {...samples} />
            </>
          )}
        </Show>
        <Logs />
        <Amounts />
        <Outcomes />
        <States />
        <Failures />
        <Bars />
        <Icons />
      </View>
    </Page>
  )
}
