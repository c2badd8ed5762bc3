import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { openNotice } from '#domain/who/my-notices.ts'

/** Opens what one was told: it is new no more, and its matter is shown. */
export const loader = async (args: LoaderFunctionArgs) =>
  redirect(await pageLoader((ctx, { noticeId = '' }) => openNotice(ctx, noticeId))(args))
