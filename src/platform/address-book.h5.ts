/** WeChat's own address book is open to mini-programs only. */
export const hasAddressBook = false

/** The text of an address that somebody chose; undefined when they changed their mind. */
export const chooseFromAddressBook = async (): Promise<string | undefined> => undefined
