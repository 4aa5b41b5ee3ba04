import type { ReactElement } from 'react'
import type { SharedFile } from '../protocol.ts'
import { Icon } from './icons.tsx'

const KILOBYTE = 1024

/** The files shared in a message: pictures as such, others as a link. */
export function Files({ files }: { files: readonly SharedFile[] }): ReactElement | null {
  if (files.length === 0) return null
  return (
    <div className="files">
      {files.map((file) =>
        file.mimetype.startsWith('image/') ? (
          <figure key={file.id} className="file-picture">
            <figcaption>{file.title}</figcaption>
            <a href={file.url} target="_blank" rel="noreferrer">
              <img src={file.url} alt={file.altText} />
            </a>
          </figure>
        ) : (
          <a key={file.id} className="file-card" href={file.url} download={file.name}>
            <Icon name="file" size={28} />
            <span>
              <strong>{file.title}</strong>
              <span className="file-size">{(file.size / KILOBYTE).toFixed(1)} KB</span>
            </span>
          </a>
        ),
      )}
    </div>
  )
}
