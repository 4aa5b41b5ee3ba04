import { fileURLToPath } from 'node:url'

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}`))

/** The files of the font, shipped as a package, so that a picture looks the same on every machine. */
export const fontFiles = [fileOf('400Regular/Inter_400Regular.ttf'), fileOf('600SemiBold/Inter_600SemiBold.ttf')]
