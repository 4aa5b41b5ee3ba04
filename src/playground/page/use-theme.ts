import { useEffect, useState } from 'react'

export type Theme = 'light' | 'dark'

const KEY = 'playground-theme'

/** The theme: the system's until somebody chooses another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const chosen = localStorage.getItem(KEY)
    if (chosen === 'light' || chosen === 'dark') return chosen
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  })
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const choose = (chosen: Theme) => {
    localStorage.setItem(KEY, chosen)
    setTheme(chosen)
  }
  return [theme, choose]
}
