import { useRouteLoaderData } from '@remix-run/react'
import type { Role } from '#db/vocabulary.ts'

export type ShellSeat = { id: string; role: Role; partyName: string; ground?: string; from?: string }

/** What the frame around every page needs to know: language, place, and who is acting in which seat. */
export type Shell = {
  lang: 'zh-CN' | 'en'
  /** 长者模式 and its step, or not. */
  elder: false | 'on' | 'large' | 'largest'
  demo: boolean
  /** Nothing can be saved for now: the disk is full. */
  full?: boolean
  place: { id: string; name: string } | null
  viewer: null | { name: string; seat: ShellSeat | null; seats: readonly ShellSeat[] }
  /** Path and query of this page, to come back to after a switch. */
  path: string
  /** Where this site stands, for an address read from paper. */
  origin: string
  nowLabel: string
  /** A fresh random key, so that a form sent twice is done once. */
  formKey: string
  /** Whom to telephone here. */
  help?: { phone: string; where: string } | null
}

const stranger: Shell = {
  lang: 'zh-CN',
  elder: false,
  demo: false,
  place: null,
  viewer: null,
  path: '/',
  origin: '',
  nowLabel: '',
  formKey: '',
}

/** The frame's facts; a plain stranger's when the frame itself could not be read. */
export const useShell = (): Shell => useRouteLoaderData<Shell>('root') ?? stranger

export const useFormKey = () => useShell().formKey
