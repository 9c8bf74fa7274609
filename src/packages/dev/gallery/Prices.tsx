import { Countdown } from '@/components/Countdown'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { leftText } from '@/lib/left-text'
import { texts } from '@/texts/goods'
import { nothing, Part, Row, State } from './Part'
import { hoursFromNow, long } from './samples'

export const Prices = () => (
  <Part name="Prices">
    <State is="four sizes: to pay, the lowest of several and the one before; for information">
      {(['s', 'm', 'l', 'xl'] as const).map(size => (
        <Row key={size}>
          <Price value={128.5} was={159} size={size} fromText={texts.goods.from} />
          <Price value={68} size={size} tone="ink" />
        </Row>
      ))}
    </State>
    <State is="large and negative">
      <Row>
        <Price value={1234567.89} />
        <Price value={-30} tone="ink" />
      </Row>
    </State>
    <State is="tags: accent, pine, gold, plain, too long">
      <Row>
        {(['accent', 'pine', 'gold', 'plain'] as const).map(tone => (
          <Tag key={tone} tone={tone}>
            {texts.goods.required}
          </Tag>
        ))}
        <Tag tone="plain">{long(texts.goods.nothingShipped)}</Tag>
      </Row>
    </State>
    <State is="countdown: hours, days; none once it is over">
      <Row>
        {[2.5, 75, -1].map(hours => (
          <Countdown key={hours} until={hoursFromNow(hours)} onEnd={nothing}>
            {remaining => texts.deals.endsIn(leftText(remaining))}
          </Countdown>
        ))}
      </Row>
    </State>
  </Part>
)
