import type { invoice as zh } from '../zh/invoice'

/** English: invoices. */
export const invoice: typeof zh = {
  invoice: {
    title: 'Ask for an invoice',
    listTitle: 'My invoices',
    kind: 'Made out to',
    kinds: { person: 'A person', company: 'A company' },
    name: 'Title',
    personHint: 'Name',
    companyHint: 'Full registered name',
    tax: 'Tax number',
    taxHint: 'Unified social credit code',
    taxWrong: 'This tax number is not right',
    email: 'Email',
    emailHint: 'Where the invoice is sent',
    emailWrong: 'This is no email address',
    nameMissing: 'Please fill in the title',
    amountHint: 'What was paid, less refunds',
    submit: 'Send request',
    submitted: 'Sent. It shows here once it is issued',
    states: { 0: 'Waiting for the shop', 1: 'Not issued', 2: 'Being issued', 3: 'Issued' },
    again: 'Ask again',
    file: 'Copy link',
    order: 'Order',
    time: 'Asked on',
    empty: 'No invoices yet',
    emptyText: 'Ask for one in an order',
    entry: 'Invoice',
    entryHint: 'Ask or look',
  },
}
