/** Pictures of the device, at most so many; none when the shopper changed their mind. */
export function choosePictures(most: number): Promise<string[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = most > 1
    input.onchange = () => resolve([...(input.files ?? [])].slice(0, most).map(file => URL.createObjectURL(file)))
    input.oncancel = () => resolve([])
    input.click()
  })
}
