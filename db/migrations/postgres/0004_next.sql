ALTER TABLE "handover" ADD COLUMN "state" text DEFAULT 'signed' NOT NULL;--> statement-breakpoint
ALTER TABLE "handover" ADD COLUMN "signed_by" text;--> statement-breakpoint
ALTER TABLE "handover" ADD COLUMN "ground" text;--> statement-breakpoint
ALTER TABLE "handover" ADD COLUMN "returned_at" bigint;--> statement-breakpoint
ALTER TABLE "handover" ADD COLUMN "return_words" text;