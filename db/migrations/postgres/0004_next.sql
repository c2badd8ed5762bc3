ALTER TABLE "payment" ADD COLUMN "application_hash" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "paid_on" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "sent_on" text;