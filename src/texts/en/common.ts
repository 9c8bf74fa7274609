import type { common as zh } from '../zh/common'
import { refusal } from './refusals'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** English: words that are used everywhere. */
export const common: typeof zh = {
  ok: 'OK',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  copy: 'Copy',
  share: 'Share',
  retry: 'Try again',
  save: 'Save',
  delete: 'Delete',
  edit: 'Edit',
  done: 'Done',
  all: 'All',
  wordGap: ', ',
  moment: (year, month, day, time) => `${months[month - 1]} ${day}${year ? `, ${year}` : ''}, ${time}`,
  refusal,

  days: {
    today: 'Today',
    yesterday: 'Yesterday',
    day: (year, month, day) => `${months[month - 1]} ${day}${year ? `, ${year}` : ''}`,
    month: (year, month) => `${months[month - 1]} ${year}`,
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    withWeekday: (day, weekday) => `${weekday}, ${day}`,
  },
  undo: 'Undo',
  preview: { title: 'Pictures', open: index => `Open picture ${index}` },

  shop: { name: 'Xiaopu' },
  tabs: { home: 'Home', category: 'Browse', cart: 'Cart', me: 'Me' },
  demo: { name: 'Demo shop', meaning: 'Nothing is charged, nothing is sent' },
  stepper: { less: 'One less', more: 'One more' },
  list: { more: 'Loading', end: 'That is all', movements: { all: 'All', in: 'In', out: 'Out' } },

  pictures: { add: 'Add photo', remove: 'Remove photo', uploading: 'Uploading' },
  update: {
    ready: 'A new version is here',
    readyText: 'It begins after a restart. Your cart stays',
    restart: 'Restart now',
    later: 'Later',
    failed: 'The new version could not be fetched. Remove the mini-program and open it again',
  },
  privacyAsk: {
    title: 'Before anything of yours is used',
    text: 'Choosing photos, fetching an address and copying codes need your consent. We use them for your order and nothing else. You can refuse and look around all the same.',
    terms: 'Read the privacy terms',
    refuse: 'Refuse',
    agree: 'Agree',
  },

  errors: {
    title: 'Could not open this',
    slow: 'The network is slow. Wait a moment and try again',
    offline: 'No connection. Check your network and try again',
    unavailable: 'The shop does not answer right now. Try again later',
    gone: 'What was here is gone',
    home: 'Go to the home page',
    noNetwork: 'No network. This is from your last visit',
  },
}
