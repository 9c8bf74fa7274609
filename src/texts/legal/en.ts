import type { zh } from './zh'

/** What holds where the shop keeper has written no agreement, privacy policy or page about the shop of their own. */
const part = (title: string, ...lines: string[]) => `<h3>${title}</h3>${lines.map(line => `<p>${line}</p>`).join('')}`
const points = (...lines: string[]) => `<ul>${lines.map(line => `<li>${line}</li>`).join('')}</ul>`

export const en: typeof zh = {
  about: shop =>
    `<p>Welcome to ${shop}.</p>` +
    part(
      'Contact us',
      'Write to us under “Feedback” about payment, delivery or after-sales. We answer when we read it.',
    ),

  agreement: shop =>
    `<p>Welcome to ${shop} (“the shop”). By logging in or ordering you agree to the following.</p>` +
    part(
      '1. Account',
      'You log in with WeChat or a mobile number. Keep your phone and codes to yourself: what is done with your account counts as done by you.',
    ) +
    part(
      '2. Orders and payment',
      'Prices, stock and freight are those shown when you submit the order. Unpaid orders close by themselves after the time shown.',
    ) +
    part(
      '3. Delivery',
      'We ship as described on the product page. Please give a true and complete address. Card codes and top-ups are delivered automatically and only you can see them.',
    ) +
    part(
      '4. Returns',
      'Unless the law or the product page says otherwise, intact goods may be returned within seven days of receipt without giving a reason. Delivered codes and completed top-ups cannot be returned.',
    ) +
    part('5. Balance', 'Money topped up can be spent in this shop only. Bonuses cannot be withdrawn or transferred.') +
    part('6. Reviews', 'Please review truthfully. Unlawful or insulting content may be hidden.') +
    part(
      '7. Deleting your account',
      'You can delete your account in the settings at any time, once no order, after-sales request or balance is open.',
    ) +
    part(
      '8. Changes and disputes',
      'Changes are published here. The law of the People’s Republic of China applies. The Chinese text prevails.',
    ),

  privacy: shop =>
    `<p>${shop} (“the shop”) uses your personal data only as far as its service needs it.</p>` +
    part('1. What we collect, and why') +
    points(
      'Login: your WeChat identifier, or your mobile number and a code',
      'Picture and name: chosen by you, shown beside your reviews',
      'Addresses: to deliver and to work out the freight',
      'Orders and payments: to fulfil orders and keep accounts; WeChat Pay handles the payment, we never see your card',
      'Reviews, feedback and pictures: to show and to answer them',
      'Device and network: IP address and browser, to keep accounts and servers safe',
    ) +
    part('2. What we ask permission for') +
    points(
      'WeChat addresses: only when you choose one',
      'Location: only when you mark a place on the map',
      'Album or camera: only when you add a picture',
      'Clipboard: only when you copy or paste',
    ) +
    '<p>Refusing does not affect anything else.</p>' +
    part(
      '3. Whom we give it to',
      'Couriers, payment providers and suppliers of top-ups, and only what the order needs.',
    ) +
    part(
      '4. How long, and where',
      'On servers in mainland China, until you delete your account. Records of orders and money are kept as the law requires, apart from your identity.',
    ) +
    part(
      '5. Your rights',
      'See, correct and delete your data in your profile and addresses; withdraw permissions in WeChat; delete your account in the settings.',
    ) +
    part('6. Children', 'Under fourteen, please use the shop together with a guardian.') +
    part(
      '7. Contact',
      'Write to us under “Feedback”. We answer within fifteen working days. The Chinese text prevails.',
    ),
}
