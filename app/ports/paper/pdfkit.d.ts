declare module 'pdfkit' {
  type Words = {
    width?: number
    align?: 'left' | 'center' | 'right' | 'justify'
    indent?: number
    lineGap?: number
    lineBreak?: boolean
  }
  export default class PDFDocument {
    constructor(options: {
      size: 'A4'
      margins: { top: number; bottom: number; left: number; right: number }
      bufferPages: boolean
      lang: string
      displayTitle: boolean
      info: { Title: string; Creator: string; Producer: string; CreationDate: Date }
    })
    x: number
    y: number
    page: {
      width: number
      height: number
      margins: { top: number; bottom: number; left: number; right: number }
    }
    registerFont(name: string, source: Buffer): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(colour: string): this
    text(words: string, options?: Words): this
    text(words: string, x: number, y: number, options?: Words): this
    heightOfString(words: string, options?: Words): number
    moveDown(lines?: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    stroke(colour?: string): this
    rect(x: number, y: number, width: number, height: number): this
    fill(colour: string): this
    addPage(): this
    bufferedPageRange(): { start: number; count: number }
    switchToPage(n: number): void
    on(event: 'data', take: (chunk: Uint8Array) => void): this
    on(event: 'end', done: () => void): this
    on(event: 'error', fail: (error: Error) => void): this
    end(): void
  }
}
