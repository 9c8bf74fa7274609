import { Button } from '@/components/Button'
import { texts } from '@/texts/user'
import { Part, Row, State } from './Part'

export const Buttons = () => (
  <Part name="Buttons">
    {(['primary', 'soft', 'line', 'plain'] as const).map(kind => (
      <State key={kind} is={`${kind}: usual, small, busy, disabled`}>
        <Row>
          <Button kind={kind}>{texts.save}</Button>
          <Button kind={kind} size="s">
            {texts.edit}
          </Button>
          <Button kind={kind} isBusy>
            {texts.save}
          </Button>
          <Button kind={kind} isDisabled>
            {texts.goods.soldOut}
          </Button>
        </Row>
      </State>
    ))}
    <State is="wide, side by side">
      <Row>
        <Button kind="soft" isWide>
          {texts.goods.addToCart}
        </Button>
        <Button isWide>{texts.goods.buyNow}</Button>
      </Row>
    </State>
  </Part>
)
