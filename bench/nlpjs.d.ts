declare module '@nlpjs/basic' {
  interface Nlp {
    settings: { autoSave: boolean; log?: boolean }
    addLanguage(language: string): void
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<void>
    process(language: string, text: string): Promise<{ intent: string; score: number }>
  }
  interface Dock {
    get(name: 'nlp'): Nlp
  }
  export function dockStart(settings: { settings?: object; use: string[] }): Promise<Dock>
}
