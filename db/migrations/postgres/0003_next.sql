ALTER TABLE "trustee" ADD COLUMN "share_offered" text;--> statement-breakpoint
ALTER TABLE "trustee" ADD COLUMN "offered_at" bigint;