ALTER TABLE "method" ADD COLUMN "seal_mode" text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "two_envelopes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "consortium" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "direct" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "framework" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "service" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "reconfirm_days" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "confirm_days" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "term_months" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "place_id" text;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "certainty" text DEFAULT 'M' NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "added_by" text;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "added_at" bigint;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "ground" text;