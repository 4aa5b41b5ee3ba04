import type { ReactElement } from 'react'

const paths = {
  arrow: 'M4 10h11M11 5l5 5-5 5',
  back: 'M16 10H5M9 5l-5 5 5 5',
  bolt: 'M11 2 4 11h5l-1 7 8-10h-5z',
  check: 'm4 10.5 4 4 8-9',
  chevron: 'm5 7.5 5 5 5-5',
  clip: 'M15.5 9.5 9.6 15.400a3.500 3.500 0 0 1-5-5l6.700-6.700a2.300 2.300 0 0 1 3.300 3.300l-6.600 6.600a1.200 1.200 0 0 1-1.700-1.700l5.700-5.700',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M7 17V3M3 8l4-5 4 5',
  eye: 'M2 10s3-5.500 8-5.500S18 10 18 10s-3 5.500-8 5.500S2 10 2 10zM10 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  file: 'M5 2.500h6.500l4 4v11h-10.500zM11.500 2.500v4h4',
  hash: 'M7.500 3 6 17M14 3l-1.500 14M3.500 7.500h14M2.500 12.500h14',
  home: 'M3 9.500 10 3l7 6.500V17h-5v-5H8v5H3z',
  inspect: 'M7 6 3 10l4 4M13 6l4 4-4 4',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  moon: 'M16 11.500A6.500 6.500 0 0 1 8.500 4a6.500 6.500 0 1 0 7.500 7.500z',
  more: 'M10 4.600v.1M10 10v.1M10 15.400v.1',
  people:
    'M7 9.500a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600zM2 16.500c0-3 2-4.700 5-4.700s5 1.700 5 4.700M13 9a2.300 2.300 0 1 0 0-4.600M14 11.500c2.500.2 4 1.800 4 4.500',
  reset: 'M4 10a6 6 0 1 0 2-4.500L4 7.500M4 3.500v4h4',
  send: 'M3 3.500 17.500 10 3 16.500 5.500 10z M5.500 10h6',
  sun: 'M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600 16 16M16 4l-1.400 1.400M5.400 14.600 4 16',
  thread: 'M3 4h14v9H9l-4 3.500V13H3z',
  thumbDown:
    'M6 3v8M6 11l3.500 6c1.500 0 2.200-1 1.800-2.500L10.500 12H15c1.300 0 2.200-1 1.900-2.300l-1-4.800C15.600 3.700 14.800 3 13.600 3H6M3 3v8',
  thumbUp:
    'M6 17V9M6 9l3.500-6c1.500 0 2.200 1 1.800 2.500L10.500 8H15c1.300 0 2.200 1 1.900 2.300l-1 4.800c-.3 1.200-1.100 1.900-2.300 1.900H6M3 17V9',
  trash: 'M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500 6.300 17h7.400l.8-11.500M8.500 8.500v5.500M11.500 8.500v5.500',
  up: 'M7 3v14M3 12l4 5 4-5',
  warning: 'M10 3 18 16.500H2zM10 8v4M10 14.200v.1',
} as const

export type IconName = keyof typeof paths

/** A small picture that says nothing by itself: what it stands for is in the label beside or around it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
