import type { DemoGoods } from './types'
import { facts, page, part, review } from './writing'

export const tableware: DemoGoods[] = [
  {
    key: 'rice-bowl',
    name: '粗陶饭碗 三色组',
    characteristic: '碗足高，端着不烫；碗口薄，喝汤不流',
    category: 'kitchen',
    picture: 'rice-bowl',
    ground: '#E6E0D8',
    price: 88,
    stock: 64,
    unit: '组',
    weightGram: 1350,
    freight: 'heavy',
    sold: 405,
    content: page(
      part('三只', '月白、稻黄、雨青，叠在一起不卡。底足无釉，露出土色。筷子为示意。'),
      facts({ 口径: '12.5 厘米', 容量: '320 毫升', 适用: '微波炉、洗碗机可用' }),
    ),
    reviews: [
      review(0, 5, 21, '颜色像天气，吃饭心情好。'),
      review(9, 4, 45, '分量轻，老人端着正好。一只有个小针眼。', {
        reply: '针眼是釉里的气孔，不影响使用；介意的话我们换一只。',
      }),
    ],
    afterSale: '0,1,2',
  },
  {
    key: 'pepper-mill',
    name: '榉木研磨器 一对',
    characteristic: '陶瓷磨芯，一档粗，五档如雪',
    category: 'kitchen',
    picture: 'pepper-mill',
    ground: '#EADBC9',
    price: 119,
    stock: 44,
    unit: '对',
    weightGram: 520,
    freight: 'parcel',
    sold: 167,
    content: page(
      part('一对', '深色高的磨胡椒，浅色矮的磨盐，一眼分得清。旋钮松紧就是粗细。'),
      facts({ 高: '22 厘米 / 17 厘米', 磨芯: '陶瓷', 附: '黑胡椒粒 30 克' }),
    ),
    reviews: [review(2, 5, 24, '煎蛋的快乐翻倍。'), review(4, 4, 58, '旋钮螺丝会慢慢松，隔阵子紧一下。')],
    afterSale: '0,1',
  },
  {
    key: 'mug',
    name: '高温瓷马克杯 360 毫升',
    characteristic: '杯壁厚薄刚好，热得慢，凉得也慢',
    category: 'kitchen',
    picture: 'mug-white',
    gallery: ['mug-terra', 'mug-celadon'],
    ground: '#E0D9CE',
    price: 49,
    stock: 132,
    unit: '只',
    weightGram: 480,
    freight: 'parcel',
    sold: 978,
    content: page(
      part('三种', '海平线：下半截蘸灰蓝釉；陶土：露胎配一圈米釉；青芽：天青底，白泥堆两片叶。'),
      facts({ 容量: '360 毫升', 适用: '微波炉、洗碗机可用', 口径: '8.6 厘米' }),
    ),
    properties: [
      {
        name: '花色',
        values: [
          { name: '海平线', picture: 'mug-white' },
          { name: '陶土', picture: 'mug-terra' },
          { name: '青芽', picture: 'mug-celadon' },
        ],
      },
    ],
    skus: [
      { values: ['海平线'], price: 49, stock: 61, picture: 'mug-white' },
      { values: ['陶土'], price: 49, stock: 47, picture: 'mug-terra' },
      { values: ['青芽'], price: 55, stock: 24, picture: 'mug-celadon' },
    ],
    reviews: [
      review(1, 5, 15, '把手能伸进三个手指，稳。', { property: '花色:陶土' }),
      review(11, 5, 28, '青芽的叶子摸得出来，开会时一直在摸。', { property: '花色:青芽' }),
      review(5, 4, 44, '海平线每只分界都不同，我这只高了点。', { property: '花色:海平线' }),
    ],
    afterSale: '0,1,2',
  },
]
